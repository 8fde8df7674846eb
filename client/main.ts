import { html, LitElement, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import './look/icons.ts';
import './pages/home/home.ts';
import './pages/lost/lost.ts';
import { restoreScheme } from './look/scheme.ts';
import { type Route, routeOf } from './route.ts';
import { LanguageController } from './text/language.ts';
import { refusal } from './wire/refusal.ts';

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
  private readonly language = new LanguageController(this);
  @state() private shown: TemplateResult | null = null;
  /** Counts the moves: a page that comes late, after another move, is not shown. */
  private moves = 0;

  private readonly moved = async () => {
    const turn = ++this.moves;
    const route = routeOf(location.pathname);
    const key = location.pathname;
    let page = pageOf(route);
    try {
      if (route.page in LATER) await LATER[route.page as keyof typeof LATER]();
    } catch {
      page = html`<ct-lost .problem=${refusal('unreachable')}></ct-lost>`;
    }
    if (turn !== this.moves) return;
    // Another room is another page, even of the same kind.
    this.shown = html`${keyed(key, page)}`;
    scrollTo(0, 0);
  };

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('popstate', this.moved);
    void this.moved();
  }

  override disconnectedCallback(): void {
    removeEventListener('popstate', this.moved);
    super.disconnectedCallback();
  }

  override render() {
    // Shown by page.css where nothing can be laid out well; the page goes on under it.
    return html`<p class="narrow">${this.language.words.look.narrow}</p>
      ${this.shown}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ct-app': App;
  }
}
