import { css, html, LitElement } from 'lit';
import { customElement } from 'lit/decorators.js';
import { scheme, setScheme } from '../../look/scheme.ts';
import { base } from '../../look/shared.ts';
import { isOneFile } from '../../one-file/here.ts';
import { go } from '../../route.ts';
import {
  LANGUAGES,
  type Language,
  LanguageController,
  language,
  setLanguage,
} from '../../text/language.ts';

const NAMES: Record<Language, string> = { fr: 'Français', en: 'English' };

/** The top of every page: the name, what the page puts there, the language, paper or stage. */
@customElement('ct-top-bar')
export class TopBar extends LitElement {
  private readonly lang_ = new LanguageController(this);

  static override styles = [
    base,
    css`
      header {
        display: flex;
        align-items: center;
        gap: var(--s-2) var(--s-6);
        min-height: 56px;
        padding: var(--s-1) var(--s-12);
        border-bottom: var(--line) solid var(--hairline);
      }

      .name {
        display: inline-flex;
        align-items: center;
        min-height: var(--touch);
        font: 500 var(--t-22) / 1 var(--serif);
        letter-spacing: -0.005em;
        padding-top: 3px;
        text-decoration: none;
      }

      .middle {
        flex: 1;
        min-width: 0;
      }

      @media (max-width: 760px) {
        :host([place]) .name {
          display: none;
        }
      }

      nav {
        display: flex;
        align-items: center;
        gap: var(--s-3);
      }

      button {
        min-width: var(--touch);
        min-height: var(--touch);
        padding: 0;
        border: 0;
        background: none;
        color: var(--ink-faint);
        font: 500 var(--t-14) / 1 var(--sans);
        cursor: pointer;
      }

      button:hover {
        color: var(--ink);
      }

      button[aria-pressed='true'] span {
        color: var(--ink);
        border-bottom: 2px solid currentColor;
        padding-bottom: 3px;
      }

      .pair {
        display: flex;
      }

      .pair button + button {
        margin-left: calc(-1 * var(--s-1));
      }

      @media (max-width: 900px) {
        header {
          padding-inline: max(var(--s-4), env(safe-area-inset-left));
        }
      }

      @media (max-width: 359px) {
        header {
          gap: 0 var(--s-1);
          padding-inline: var(--s-3);
        }

        .name {
          font-size: var(--t-18);
        }

        nav {
          gap: 0;
        }
      }

      @media print {
        nav {
          display: none;
        }
      }

      svg {
        display: block;
        margin: auto;
        width: 20px;
        height: 20px;
      }
    `,
  ];

  private toggleScheme(): void {
    setScheme(scheme() === 'paper' ? 'stage' : 'paper');
    this.requestUpdate();
  }

  private home(event: MouseEvent): void {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    go('/');
  }

  override render() {
    const { look } = this.lang_.words;
    const other = scheme() === 'paper' ? look.stage : look.paper;
    // A page that is one file has no first page to go to.
    const name = isOneFile()
      ? html`<span class="name">Contretemps</span>`
      : html`<a class="name" href="/" aria-label=${look.home} @click=${this.home}>Contretemps</a>`;
    return html`<header>
      ${name}
      <div class="middle"><slot></slot></div>
      <nav aria-label=${look.language}>
        <div class="pair">
          ${LANGUAGES.map(
            (one) => html`<button
              lang=${one}
              aria-label=${`${one.toUpperCase()} · ${NAMES[one]}`}
              aria-pressed=${one === language()}
              @click=${() => setLanguage(one)}
            >
              <span>${one.toUpperCase()}</span>
            </button>`,
          )}
        </div>
        <button
          class="scheme"
          aria-label=${look.other(other)}
          title=${other}
          @click=${this.toggleScheme}
        >
          <svg viewBox="0 0 20 20" aria-hidden="true">
            <circle cx="10" cy="10" r="7.5" fill="none" stroke="currentColor" stroke-width="1.5" />
            <path d="M10 2.5a7.5 7.5 0 0 1 0 15z" fill="currentColor" />
          </svg>
        </button>
      </nav>
    </header>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ct-top-bar': TopBar;
  }
}
