import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { base, buttons } from '../../look/shared.ts';
import type { LabData } from '../../state/lab-data.ts';
import { figure } from '../../text/figures.ts';
import { dataWords } from '../../text/lab-data.ts';
import { LanguageController, say } from '../../text/language.ts';
import { screens } from './screens.styles.ts';

/** Planned shifts as the staff of the day that was made: a second file, and what it said. */
@customElement('ct-lab-shifts')
export class LabShifts extends LitElement {
  protected readonly language = new LanguageController(this);
  @property({ attribute: false }) data: LabData | null = null;
  /** Changes whenever the data do. */
  @property({ attribute: false }) version: unknown = 0;
  @query('input') private readonly file!: HTMLInputElement;

  static override styles = [
    base,
    buttons,
    screens,
    css`
      section {
        display: grid;
        gap: var(--s-3);
        max-width: var(--measure);
      }

      ul {
        display: grid;
        gap: var(--s-2);
        line-height: 1.45;
      }
    `,
  ];

  private take(): void {
    const [file] = this.file.files ?? [];
    if (file) this.data?.staff(file);
    // The same file may be chosen again once it was mended.
    this.file.value = '';
  }

  private told() {
    const words = dataWords();
    const { shifts } = this.data?.state ?? {};
    if (!shifts) return html`<p class="label">${words.shifts.hint}</p>`;
    const { notes, refusals, rows } = shifts.read;
    return html`<p role="status">${words.shifts.read(shifts.name, figure(rows))}</p>
      <ul>
        ${notes.map((note) => html`<li>${say(note)}</li>`)}
      </ul>
      ${
        refusals.length === 0
          ? nothing
          : html`<details>
              <summary>${words.shifts.unusable(refusals.length, figure(refusals.length))}</summary>
              <ul>
                ${refusals
                  .slice(0, 20)
                  .map(
                    ({ line, problem }) =>
                      html`<li>${words.line(line)}${words.colon}${say(problem.says)}</li>`,
                  )}
              </ul>
            </details>`
      }`;
  }

  override render() {
    const { another, choose, title } = dataWords().shifts;
    const { shifts } = this.data?.state ?? {};
    return html`<section>
      <h3 class="label">${title}</h3>
      ${this.told()}
      <p>
        <button class="button" @click=${() => this.file.click()}>
          ${shifts ? another : choose}
        </button>
        <input type="file" hidden accept=".csv,.tsv,.txt,.gz,.xlsx" @change=${this.take} />
      </p>
    </section>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ct-lab-shifts': LabShifts;
  }
}
