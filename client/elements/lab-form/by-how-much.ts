import { css, html, LitElement } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { base } from '../../look/shared.ts';
import { labEditWords } from '../../text/lab-edit.ts';
import { LanguageController } from '../../text/language.ts';
import { controlStyles } from './controls.styles.ts';
import { numberTyped } from './numbers.ts';

/** A change of every type, or of every group, by how much: as `--set` takes it. */
export interface ChangedBy {
  readonly path: string;
  readonly by: string;
}

/** Every call by so many per cent, every group by so many agents. Tells `ct-by` (ChangedBy). */
@customElement('ct-by-how-much')
export class ByHowMuch extends LitElement {
  protected readonly language = new LanguageController(this);
  @state() private percent = '10';
  @state() private agents = '1';

  static override styles = [
    base,
    controlStyles,
    css`
      :host {
        display: flex;
        flex-wrap: wrap;
        gap: var(--s-3) var(--s-8);
      }

      div {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--s-2);
      }

      input.number {
        width: 5ch;
      }

      @media (max-width: 480px) {
        label {
          flex-basis: 100%;
        }
      }
    `,
  ];

  private readonly tell = (path: string, by: string): void => {
    const detail: ChangedBy = { path, by };
    this.dispatchEvent(new CustomEvent('ct-by', { detail, bubbles: true, composed: true }));
  };

  /** One number, with what takes it away and what adds it. */
  private row(
    id: 'percent' | 'agents',
    name: string,
    unit: string,
    [less, more]: readonly [string, string],
    change: (sign: '+' | '-', amount: number) => void,
  ) {
    const typed = numberTyped(this[id]);
    const amount = typeof typed === 'number' && typed > 0 ? typed : null;
    const button = (sign: '+' | '-', label: string) => html`<button
      type="button"
      class="small"
      ?disabled=${amount === null}
      @click=${() => amount !== null && change(sign, amount)}
    >
      ${label}
    </button>`;
    return html`<div role="group" aria-label=${name}>
      <label for=${id}>${name}</label>
      <input
        type="text"
        class="number"
        inputmode="decimal"
        autocomplete="off"
        id=${id}
        .value=${this[id]}
        @input=${(event: Event) => {
          this[id] = (event.target as HTMLInputElement).value;
        }}
      />
      <span class="unit">${unit}</span>
      ${button('-', less)} ${button('+', more)}
    </div>`;
  }

  override render() {
    const { everyCall, everyGroup, fewer, more } = labEditWords().byHowMuch;
    const calls = (sign: string, n: number) => this.tell('types.*.perHour', `${sign}${n}%`);
    const agents = (sign: string, n: number) => this.tell('groups.*.staff', `${sign}${n}`);
    return html`${this.row('percent', everyCall, '%', [fewer.calls, more.calls], calls)}
    ${this.row('agents', everyGroup, '', [fewer.agents, more.agents], agents)}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ct-by-how-much': ByHowMuch;
  }
}
