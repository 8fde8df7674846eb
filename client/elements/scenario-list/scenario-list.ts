import { css, html, LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { CatalogueEntry } from '../../../models/doors/live.ts';
import { base } from '../../look/shared.ts';
import { figure, lastsShown } from '../../text/figures.ts';
import { LanguageController, say } from '../../text/language.ts';

/** The days one can play, one chosen. Tells `ct-choose` with the id. */
@customElement('ct-scenario-list')
export class ScenarioList extends LitElement {
  private readonly language = new LanguageController(this);
  @property({ attribute: false }) entries: readonly CatalogueEntry[] = [];
  @property() chosen = '';
  /** Simulated seconds per real second at which the day would be played. */
  @property({ type: Number }) speed = 1;

  static override styles = [
    base,
    css`
      legend {
        padding: 0 0 var(--s-3);
      }

      li {
        border-top: var(--line) solid var(--hairline);
      }

      li:last-child {
        border-bottom: var(--line) solid var(--hairline);
      }

      label {
        display: grid;
        grid-template-columns: auto minmax(0, 1fr) auto;
        gap: var(--s-1) var(--s-4);
        padding: var(--s-3) 0;
        cursor: pointer;
      }

      input {
        appearance: none;
        width: 18px;
        height: 18px;
        margin: 5px 0 0;
        border: 1.5px solid var(--mark);
        border-radius: 50%;
        background: transparent;
        cursor: pointer;
      }

      input:checked {
        border: 6px solid var(--ink);
      }

      .name {
        font: 500 var(--t-22) / 1.25 var(--serif);
        text-wrap: balance;
      }

      label:hover .name {
        text-decoration: underline;
        text-decoration-thickness: 1px;
        text-underline-offset: 0.22em;
      }

      .counts {
        text-align: right;
        font-size: var(--t-14);
        line-height: 1.5;
        color: var(--ink-soft);
        padding-top: 3px;
      }

      .dot {
        display: none;
      }

      .about,
      .yours,
      .source {
        grid-column: 2 / 4;
        font-size: var(--t-14);
        line-height: 1.45;
        color: var(--ink-soft);
        max-width: 60ch;
      }

      .source {
        color: var(--ink-faint);
        font-size: var(--t-12);
        overflow-wrap: anywhere;
      }

      .yours {
        font: italic 400 var(--t-16) / 1.3 var(--serif);
        color: var(--ink);
      }

      @media (max-width: 560px) {
        label {
          grid-template-columns: auto minmax(0, 1fr);
          column-gap: var(--s-3);
        }

        .counts {
          grid-column: 2;
          text-align: left;
          padding-top: 0;
        }

        .counts br {
          display: none;
        }

        .dot {
          display: inline;
        }

        .about,
        .yours,
        .source {
          grid-column: 2;
        }

        /* A telephone shows the list whole; a day says what it is once it is chosen. */
        input:not(:checked) ~ .about,
        input:not(:checked) ~ .yours {
          display: none;
        }
      }
    `,
  ];

  private choose(id: string): void {
    this.chosen = id;
    this.dispatchEvent(new CustomEvent('ct-choose', { detail: id, bubbles: true, composed: true }));
  }

  private row(entry: CatalogueEntry) {
    const { home } = this.language.words;
    const { id, publicView, calls, agents } = entry;
    const open = id === this.chosen;
    const from = say(publicView.source);
    const source = open && from ? home.source(from) : '';
    return html`<li>
      <label>
        <input
          type="radio"
          name="scenario"
          .value=${id}
          .checked=${open}
          @change=${() => this.choose(id)}
        />
        <span class="name">${say(publicView.name)}</span>
        <span class="counts"
          >${home.calls(calls, figure(calls))}<span class="dot"> · </span><br />
          ${home.agents(agents, figure(agents))}<span class="dot"> · </span><br />
          ${home.people(agents, figure(agents))}<span class="dot"> · </span><br />
          ${home.lasts(lastsShown(publicView.lengthMs / this.speed))}</span
        >
        <span class="about">${say(publicView.about)}</span>
        ${entry.arbitrated ? html`<span class="yours">${home.yours}</span>` : null}
        ${source ? html`<span class="source">${source}</span>` : null}
      </label>
    </li>`;
  }

  override render() {
    return html`<fieldset>
      <legend class="sr-only">${this.language.words.home.scenario}</legend>
      <ul>
        ${this.entries.map((entry) => this.row(entry))}
      </ul>
    </fieldset>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ct-scenario-list': ScenarioList;
  }
}
