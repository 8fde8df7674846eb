import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import '../../elements/notice/notice.ts';
import './columns.ts';
import './shifts.ts';
import {
  proofTable,
  type Reason,
  type RecordedDay,
  reasonIn,
} from '../../../models/doors/records.ts';
import { rowsTable } from '../../elements/rows/rows.ts';
import { base, buttons } from '../../look/shared.ts';
import type { LabData } from '../../state/lab-data.ts';
import { figure, percent } from '../../text/figures.ts';
import { labWords } from '../../text/lab.ts';
import { dataWords } from '../../text/lab-data.ts';
import { LanguageController, language, say } from '../../text/language.ts';
import { typeset } from '../../text/typeset.ts';
import { screens } from './screens.styles.ts';

const ZONES = ['Europe/Paris', 'Europe/Brussels', 'Europe/London', 'America/Montreal', 'UTC'];

/** Your data: what was read, what each column is taken for, what is odd; then a day of it. */
@customElement('ct-lab-data')
export class LabDataScreen extends LitElement {
  protected readonly language = new LanguageController(this);
  @property({ attribute: false }) data: LabData | null = null;
  /** Changes whenever the data do. */
  @property({ attribute: false }) version: unknown = 0;

  static override styles = [
    base,
    buttons,
    screens,
    css`
      select {
        min-height: 36px;
        max-width: 14rem;
        padding: 0;
        font-size: var(--t-14);
      }

      .choices {
        display: flex;
        flex-wrap: wrap;
        gap: var(--s-3) var(--s-8);
      }

      .choices label {
        display: grid;
        gap: var(--s-1);
        font-size: var(--t-14);
        color: var(--ink-soft);
      }

      .told {
        display: grid;
        gap: var(--s-2);
        max-width: var(--measure);
        line-height: 1.45;
      }
    `,
  ];

  private reading() {
    const words = dataWords();
    const { file, share } = this.data?.state ?? {};
    if (!file || share === null || share === undefined) return nothing;
    return html`<div class="progress" role="status">
      <progress max="1" .value=${share} aria-label=${words.reading(file)}></progress>
      <p>${words.reading(file)} ${percent(share)}</p>
    </div>`;
  }

  private counts() {
    const words = dataWords();
    const read = this.data?.state.read;
    if (!read) return nothing;
    const { counts, days, intervals, kind } = read;
    const offered = [...days.values()].reduce((sum, n) => sum + n, 0);
    const said =
      kind === 'intervals'
        ? words.intervals(figure(intervals), figure(offered))
        : words.calls(figure(counts.offered), figure(counts.served), figure(counts.abandoned));
    return html`<p class="big">${figure(counts.rows)}<small>${words.rows}. ${said}</small></p>`;
  }

  private noted() {
    const words = dataWords();
    const read = this.data?.state.read;
    if (!read) return nothing;
    const { counts, days, refusals, suspicions } = read;
    if (counts.unusable === 0 && suspicions.length === 0 && days.size > 0) return nothing;
    const why = Object.entries(counts.byReason)
      .filter(([, n]) => n > 0)
      .map(([reason, n]) => `${figure(n)} × ${reasonIn(reason as Reason, language())}`);
    return html`<section>
      <h2>${words.noted}</h2>
      <ul class="told">
        ${days.size === 0 ? html`<li>${words.noCall}</li>` : nothing}
        ${suspicions.map(
          ({ lines, says }) => html`<li>
            ${say(says)}
            ${
              lines.length > 0
                ? html`<span class="quiet">(${words.lines(lines.join(', '))})</span>`
                : null
            }
          </li>`,
        )}
        ${
          counts.unusable > 0
            ? html`<li>
                <details>
                  <summary>
                    ${words.unusable(counts.unusable, figure(counts.unusable), why.join(', '))}
                  </summary>
                  <ul class="told">
                    ${refusals.map(
                      ({ line, problem }) =>
                        html`<li>${words.line(line)}${words.colon}${say(problem.says)}</li>`,
                    )}
                  </ul>
                </details>
              </li>`
            : null
        }
      </ul>
    </section>`;
  }

  private choices() {
    const words = dataWords();
    const { ask, day, intervalMin, read } = this.data?.state ?? {};
    if (!read) return nothing;
    const days = [...read.days.keys()];
    const choose = (
      label: string,
      options: readonly (readonly [value: string, shown: string])[],
      value: string,
      set: (value: string) => void,
    ) => html`<label>
      ${label}
      <select @change=${(event: Event) => set((event.target as HTMLSelectElement).value)}>
        ${options.map(
          ([one, shown]) => html`<option value=${one} ?selected=${one === value}>${shown}</option>`,
        )}
      </select>
    </label>`;
    return html`<section class="choices">
      ${choose(
        words.day,
        [
          ...(read.kind === 'intervals' ? [['', words.mean] as const] : []),
          ...days.map((one) => [one, one] as const),
        ],
        day ?? '',
        (value) => this.data?.chooseDay(value),
      )}
      ${choose(
        words.every,
        read.lengths.map((n) => [String(n), words.minutes(n)] as const),
        String(intervalMin),
        (value) => this.data?.chooseInterval(Number(value)),
      )}
      ${choose(words.dates, Object.entries(words.dateOrders), ask?.dateOrder ?? 'auto', (value) =>
        this.data?.readAgain({
          dateOrder: value === 'auto' ? undefined : (value as 'dmy' | 'mdy'),
        }),
      )}
      ${choose(
        words.zone,
        [['', words.zoneNone] as const, ...ZONES.map((zone) => [zone, zone] as const)],
        ask?.zone ?? '',
        (value) => this.data?.readAgain({ zone: value || undefined }),
      )}
    </section>`;
  }

  private made(made: RecordedDay) {
    const words = dataWords();
    const { proving, simulated } = this.data?.state ?? {};
    const table = proofTable(made, simulated ?? null, language());
    const set = language() === 'fr' ? typeset : (text: string) => text;
    return html`<section>
      <h2>${words.made}</h2>
      ${
        made.notes.length > 0
          ? html`<h3 class="label">${words.supposed}</h3>
              <ul class="told">
                ${made.notes.map((note) => html`<li>${say(note)}</li>`)}
              </ul>`
          : nothing
      }
      <ct-lab-shifts .data=${this.data} .version=${this.version}></ct-lab-shifts>
      ${table ? rowsTable(table, set) : nothing}
      <p class="row">
        <a class="button main" href="#question">${words.go}</a>
        ${
          table && !simulated
            ? html`<button
                class="button"
                aria-disabled=${proving === true}
                @click=${() => this.data?.prove()}
              >
                ${proving ? words.proving : words.prove}
              </button>`
            : nothing
        }
      </p>
    </section>`;
  }

  /** Of several days the typical one is planned by: no day, nor their mean, says how they vary. */
  private next(days: number) {
    const words = dataWords();
    const isMany = days > 1;
    return html`${isMany ? html`<p class="told">${words.several(figure(days))}</p>` : nothing}
      <p class="row">
        ${isMany ? html`<a class="button main" href="#centre">${words.typical}</a>` : nothing}
        <button class="button ${isMany ? '' : 'main'}" @click=${() => this.data?.make()}>
          ${words.make}
        </button>
      </p>`;
  }

  private another() {
    return html`<p><a class="button" href="#question">${dataWords().other}</a></p>`;
  }

  override render() {
    const words = dataWords();
    const { file, made, problem, read } = this.data?.state ?? {};
    if (!file)
      return html`<h1>${words.none}</h1>
        <p>${words.noneHint}</p>
        <p><a class="button" href="#question">${labWords().steps.question}</a></p>`;
    return html`<h1>${file}</h1>
      ${this.reading()} ${this.counts()} <ct-notice .problem=${problem ?? null}></ct-notice>
      ${
        this.data?.columns
          ? html`<ct-lab-columns .data=${this.data} .version=${this.version}></ct-lab-columns>`
          : nothing
      }
      ${this.noted()} ${this.choices()}
      ${read && !made && read.days.size > 0 ? this.next(read.days.size) : nothing}
      ${made ? this.made(made) : nothing}
      ${problem && !read ? this.another() : nothing}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ct-lab-data': LabDataScreen;
  }
}
