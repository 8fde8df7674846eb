import { html, LitElement, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import './look/icons.ts';
import './pages/home/home.ts';
import './pages/lost/lost.ts';
import { restoreScheme } from './look/scheme.ts';
import { type FrontPage, type RoomPage, type Route, routeOf } from './route.ts';
import { LanguageController } from './text/language.ts';
import { refusal } from './wire/refusal.ts';

restoreScheme();

/** All but the first page come when they are asked for. */
interface Later<Given extends unknown[]> {
  readonly load: () => Promise<unknown>;
  readonly show: (...given: Given) => TemplateResult;
}

const IN_FRONT: Readonly<Record<FrontPage, Later<[]>>> = {
  play: {
    load: () => import('./pages/play/play.ts'),
    show: () => html`<ct-play></ct-play>`,
  },
  days: {
    load: () => import('./pages/open/open.ts'),
    show: () => html`<ct-open alone></ct-open>`,
  },
  lead: {
    load: () => import('./pages/open/open.ts'),
    show: () => html`<ct-open></ct-open>`,
  },
  lab: {
    load: () => import('./pages/lab/lab.ts'),
    show: () => html`<ct-lab></ct-lab>`,
  },
};

const OF_A_ROOM: Readonly<Record<RoomPage, Later<[code: string]>>> = {
  room: {
    load: () => import('./pages/room/room.ts'),
    show: (code) => html`<ct-room .code=${code}></ct-room>`,
  },
  desk: {
    load: () => import('./pages/desk/desk.ts'),
    show: (code) => html`<ct-desk .code=${code}></ct-desk>`,
  },
  debrief: {
    load: () => import('./pages/debrief/entered.ts'),
    show: (code) => html`<ct-debrief-room .code=${code}></ct-debrief-room>`,
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
  try {
    if ('code' in route) {
      const { load, show } = OF_A_ROOM[route.page];
      await load();
      return show(route.code);
    }
    const { load, show } = IN_FRONT[route.page];
    await load();
    return show();
  } catch {
    return html`<ct-lost .problem=${refusal('unreachable')}></ct-lost>`;
  }
}

/** The whole client: shows the page of the address. */
@customElement('ct-app')
export class App extends LitElement {
  private readonly language = new LanguageController(this);
  @state() private shown: TemplateResult | null = null;
  /** Counts the moves: a page that comes late, after another move, is not shown. */
  private moves = 0;
  /** Names the page that is shown. */
  private key = '';

  private readonly moved = async () => {
    const turn = ++this.moves;
    const { hash, pathname } = location;
    const route = routeOf(pathname);
    // Another room is another page, even of the same kind; so is one that comes with a secret.
    const key = 'code' in route ? pathname + hash : pathname;
    // Elsewhere what follows # is a place in the page, which finds it itself.
    if (key === this.key && !('code' in route)) return;
    const page = await pageOf(route);
    if (turn !== this.moves) return;
    this.key = key;
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
