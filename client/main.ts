import { html, LitElement, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import './look/icons.ts';
import './pages/home/home.ts';
import './pages/lost/lost.ts';
import { restoreScheme } from './look/scheme.ts';
import { type Route, routeOf } from './route.ts';

restoreScheme();

/** Pages other than the first come when they are asked for. */
const LATER = {
  room: () => import('./pages/room/room.ts'),
  desk: () => import('./pages/desk/desk.ts'),
  wall: () => import('./pages/wall/wall.ts'),
};

function pageOf(route: Route): TemplateResult {
  switch (route.page) {
    case 'home':
      return html`<ct-home></ct-home>`;
    case 'room':
      return html`<ct-room .code=${route.code}></ct-room>`;
    case 'desk':
      return html`<ct-desk .code=${route.code}></ct-desk>`;
    case 'wall':
      return html`<ct-wall .code=${route.code}></ct-wall>`;
    case 'lost':
      return html`<ct-lost></ct-lost>`;
  }
}

/** The whole client: shows the page of the address. */
@customElement('ct-app')
export class App extends LitElement {
  @state() private route: Route = routeOf(location.pathname);

  private readonly moved = () => {
    const before = this.route;
    this.route = routeOf(location.pathname);
    if (before.page !== this.route.page) scrollTo(0, 0);
  };

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('popstate', this.moved);
  }

  override disconnectedCallback(): void {
    removeEventListener('popstate', this.moved);
    super.disconnectedCallback();
  }

  protected override willUpdate(): void {
    const { page } = this.route;
    if (page === 'room' || page === 'desk' || page === 'wall') void LATER[page]();
  }

  override render() {
    // Another room is another page, even of the same kind.
    return keyed(location.pathname, pageOf(this.route));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ct-app': App;
  }
}
