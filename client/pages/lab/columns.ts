import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { COLUMNS } from '../../../models/doors/records.ts';
import { base, buttons } from '../../look/shared.ts';
import type { LabData } from '../../state/lab-data.ts';
import { dataWords } from '../../text/lab-data.ts';
import { LanguageController } from '../../text/language.ts';
import { screens } from './screens.styles.ts';

type Column = (typeof COLUMNS)[number];

/** What each column of a file is taken for, and its first rows; whatever is wrong is corrected. */
@customElement('ct-lab-columns')
export class LabColumns extends LitElement {
  protected readonly language = new LanguageController(this);
  @property({ attribute: false }) data: LabData | null = null;
  /** Changes whenever the data do. */
  @property({ attribute: false }) version: unknown = 0;

  static override styles = [
    base,
    buttons,
    screens,
    css`
      th,
      td {
        text-align: left;
        max-width: 10.5rem;
        padding-right: var(--s-2);
        overflow: hidden;
        text-overflow: ellipsis;
      }

      /* A column is as wide as its cells: choices and names give way to them. */
      select {
        field-sizing: content;
        width: 100%;
        max-width: 8.25rem;
        min-height: 36px;
        padding: 0;
        font-size: var(--t-14);
        text-overflow: ellipsis;
      }

      .name {
        max-width: 8.25rem;
        white-space: normal;
      }

      thead tr:first-child th {
        border-bottom: 0;
      }

      .name {
        font-weight: 600;
        color: var(--ink);
      }
    `,
  ];

  /** What column `at` is taken for, to be chosen among all it may be. */
  private chosen(at: number, name: string, taken: Column | undefined) {
    const words = dataWords();
    return html`<select
      aria-label=${name.trim() || words.column(at + 1)}
      data-at=${at}
      .value=${live(taken ?? '')}
      @change=${(event: Event) =>
        this.data?.correct(at, (event.target as HTMLSelectElement).value as Column | '')}
    >
      <option value="" ?selected=${taken === undefined}>${words.unused}</option>
      ${COLUMNS.map(
        (column) => html`<option value=${column} ?selected=${taken === column}>
          ${words.columns[column]}
        </option>`,
      )}
    </select>`;
  }

  /** What a press takes a column for stands in its choice, which the press leads to. */
  private take(at: number, column: Column): void {
    const choice = this.renderRoot.querySelector<HTMLSelectElement>(`[data-at="${at}"]`);
    choice?.focus({ preventScroll: true });
    void this.data?.correct(at, column);
  }

  /** Names that are like known ones, where the header was not understood: one press takes each. */
  private likely() {
    const words = dataWords();
    const { likely = [] } = this.data?.state.unread ?? {};
    if (likely.length === 0) return nothing;
    return html`<p class="label" id="likely">${words.likely}</p>
      <p class="row" role="group" aria-labelledby="likely">
        ${likely.map(
          ({ at, column, name }) => html`<button
            class="button"
            @click=${() => this.take(at, column)}
          >
            ${words.isIt(name, words.columns[column])}
          </button>`,
        )}
      </p>`;
  }

  /** The first rows, and above each column what it is taken for. */
  override render() {
    const words = dataWords();
    const table = this.data?.columns;
    if (!table) return nothing;
    const { first, header, mapping } = table;
    const taken = new Map(
      Object.entries(mapping.columns).map(([column, { at }]) => [at, column as Column]),
    );
    const grid = new Set(mapping.grid.map(({ at }) => at));
    const shown = header.map((_, at) => at).filter((at) => !grid.has(at) || at < 4);
    const isRead = table.kind !== 'unread';
    return html`<section>
      <h2>${words.columnsTitle}</h2>
      ${this.likely()}
      <p class="label">${isRead ? words.columnsHint : words.columnsUnread}</p>
      <div class="scroll" tabindex="0" role="region" aria-label=${words.columnsTitle}>
        <table>
          <thead>
            <tr>
              ${shown.map(
                (at) => html`<th scope="col">
                  ${
                    grid.has(at)
                      ? words.columns.offered
                      : this.chosen(at, header[at] ?? '', taken.get(at))
                  }
                </th>`,
              )}
            </tr>
            <tr>
              ${shown.map((at) => html`<th scope="col" class="name">${header[at]}</th>`)}
            </tr>
          </thead>
          <tbody>
            ${first.map(
              (cells) => html`<tr>
                ${shown.map((at) => html`<td>${cells[at] ?? ''}</td>`)}
              </tr>`,
            )}
          </tbody>
        </table>
      </div>
    </section>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ct-lab-columns': LabColumns;
  }
}
