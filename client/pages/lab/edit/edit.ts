import { css, html, LitElement } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import '../../../elements/lab-form/lab-form.ts';
import { catalogue, catalogueFile } from '../../../../models/doors/scenario.ts';
import { base } from '../../../look/shared.ts';
import { labEditWords } from '../../../text/lab-edit.ts';
import { LanguageController, say } from '../../../text/language.ts';

/**
 * The scenario, edited: takes `.file`, or lets one start from a day of the catalogue, and passes on
 * `ct-scenario` (ScenarioEdited) from the form whenever what is written can be read.
 */
@customElement('ct-lab-edit')
export class LabEdit extends LitElement {
  protected readonly language = new LanguageController(this);
  /** A scenario file, valid or not; null: one chooses a day to start from. */
  @property({ attribute: false }) file: unknown = null;
  /** The day of the catalogue that was chosen; '' for the file that was given. */
  @state() private preset = '';

  static override styles = [
    base,
    css`
      h1 {
        font: 400 clamp(1.75rem, 3.4vw, var(--t-48)) / 1.12 var(--serif);
        letter-spacing: -0.012em;
        text-wrap: balance;
      }

      .lead {
        max-width: var(--measure);
        margin: var(--s-3) 0 var(--s-6);
        color: var(--ink-soft);
      }

      .start {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--s-2) var(--s-3);
        margin-bottom: var(--s-6);
      }

      select {
        min-height: var(--touch);
        max-width: 100%;
        padding: var(--s-1) var(--s-2);
        border: var(--line) solid var(--mark);
        border-radius: var(--radius);
        background: var(--sheet);
        color: var(--ink);
        font: 400 var(--t-16) / 1.3 var(--sans);
      }
    `,
  ];

  private readonly chosen = (event: Event): void => {
    this.preset = (event.target as HTMLSelectElement).value;
  };

  /** The same object as long as the same is chosen: another one would begin the form anew. */
  private started: readonly [id: string, file: unknown] = ['', null];

  private get start(): unknown {
    const first = this.file === null ? (catalogue()[0]?.id ?? '') : '';
    const id = this.preset === '' ? first : this.preset;
    if (id === '') return this.file;
    if (this.started[0] !== id) this.started = [id, catalogueFile(id)];
    return this.started[1];
  }

  override render() {
    const words = labEditWords();
    return html`<h1>${words.title}</h1>
      <p class="lead">${words.lead}</p>
      <div class="start">
        <label for="start">${words.start}</label>
        <select id="start" @change=${this.chosen}>
          ${this.file === null ? null : html`<option value="">${words.startYours}</option>`}
          ${catalogue().map(
            ({ id, publicView }) => html`<option value=${id} ?selected=${id === this.preset}>
              ${say(publicView.name)}
            </option>`,
          )}
        </select>
      </div>
      <ct-lab-form .file=${this.start}></ct-lab-form>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ct-lab-edit': LabEdit;
  }
}
