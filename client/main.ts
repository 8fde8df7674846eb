import { html, LitElement, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import './look/icons.ts';
import './pages/home/home.ts';
import './pages/lost/lost.ts';
import type { RoomPage } from '../models/doors/live.ts';
import { restoreScheme } from './look/scheme.ts';
import { type Route, routeOf } from './route.ts';
import { LanguageController } from './text/language.ts';
import { refusal } from './wire/refusal.ts';

restoreScheme();

/** Pages of a room come when they are asked for. */
interface Later {
  readonly load: () => Promise<unknown>;
  readonly show: (code: string) => TemplateResult;
}

const OF_A_ROOM: Readonly<Record<RoomPage, Later>> = {
  room: {
    load: () => import('./pages/room/room.ts'),
    show: (code) => html`<ct-room .code=${code}></ct-room>`,
  },
  desk: {
    load: () => import('./pages/desk/desk.ts'),
    show: (code) => html`<ct-desk .code=${code}></ct-desk>`,
  },
  wall: {
    load: () => import('./pages/wall/wall.ts'),
    show: (code) => html`<ct-wall .code=${code}></ct-wall>`,
  },
};

/** The page of a route, once all it needs is there. */
async function pageOf(route: Route): Promise<TemplateResult> {
  if (route.page === 'home') return html`<ct-home></ct-home>`;
  if (route.page === 'lost') return html`<ct-lost></ct-lost>`;
  const { load, show } = OF_A_ROOM[route.page];
  try {
    await load();
  } catch {
    return html`<ct-lost .problem=${refusal('unreachable')}></ct-lost>`;
  }
  return show(route.code);
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
    const { hash, pathname } = location;
    const page = await pageOf(routeOf(pathname));
    if (turn !== this.moves) return;
    // Another room is another page, even of the same kind; so is one that comes with a secret.
    this.shown = html`${keyed(pathname + hash, page)}`;
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
