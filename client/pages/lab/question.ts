import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import '../../elements/notice/notice.ts';
import '../../elements/take-away/take-away.ts';
import { catalogue } from '../../../models/doors/scenario.ts';
import { base, buttons } from '../../look/shared.ts';
import { forgetStudy, keptStudies } from '../../state/kept-studies.ts';
import type { Lab, LabState } from '../../state/lab.ts';
import { betweenSaid, figure } from '../../text/figures.ts';
import { labWords } from '../../text/lab.ts';
import { LanguageController, say } from '../../text/language.ts';
import { precisionChoice } from './precision.ts';
import { screens } from './screens.styles.ts';

const CARDS = catalogue();

/** To two figures: nobody knows more beforehand. */
const roughly = (days: number): number => Number(days.toPrecision(2));

/** A share as it was typed: 0.805 is 80.5, and not what a machine makes of 100 × 0.805. */
const perCent = (share: number): number => Number((100 * share).toPrecision(12));

/** The first screen: which centre, and what one aims at. Tells `ct-go` when one wants to know. */
@customElement('ct-lab-question')
export class LabQuestion extends LitElement {
  protected readonly language = new LanguageController(this);
  @property({ attribute: false }) lab: Lab | null = null;
  @property({ attribute: false }) state: LabState | null = null;
  @state() private over = false;
  @state() private reading: string | null = null;
  @state() private kept: Awaited<ReturnType<typeof keptStudies>> = [];
  @query('input[type="file"]') private readonly file!: HTMLInputElement;

  static override styles = [
    base,
    buttons,
    screens,
    css`
      .drop {
        display: grid;
        gap: var(--s-2);
        justify-items: start;
        padding: var(--s-6);
        border: 1.5px dashed var(--mark);
        border-radius: var(--radius);
      }

      .drop.over {
        border-style: solid;
        border-color: var(--ink);
        background: var(--wash);
      }

      .drop p {
        max-width: 56ch;
      }

      .questions {
        display: flex;
        flex-wrap: wrap;
        gap: 0 var(--s-6);
        border: 0;
        padding: 0;
        margin: 0;
      }

      .questions legend {
        padding: 0;
      }

      .questions legend,
      .questions p {
        flex-basis: 100%;
        max-width: var(--measure);
      }

      .questions label {
        display: inline-flex;
        align-items: center;
        gap: var(--s-2);
        min-height: var(--touch);
        font-size: var(--t-18);
      }

      .questions input {
        margin: 0;
        width: 18px;
        height: 18px;
        accent-color: var(--ink);
      }

      .pick {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: var(--s-1);
        max-width: 34rem;
      }
    `,
  ];

  override connectedCallback(): void {
    super.connectedCallback();
    void this.recall();
  }

  private async recall(): Promise<void> {
    this.kept = await keptStudies();
  }

  private async reopen(name: string): Promise<void> {
    if (await this.lab?.reopen(name)) location.hash = '#answer';
  }

  private studies() {
    const { question } = labWords();
    if (this.kept.length === 0) return null;
    return html`<section>
      <h2>${question.kept}</h2>
      <ul>
        ${this.kept.map(
          ({ name }) => html`<li class="row">
            <button class="button bare" @click=${() => this.reopen(name)}>${name}</button>
            <button
              class="button bare"
              aria-label=${question.forget(name)}
              @click=${() => forgetStudy(name).then(() => this.recall())}
            >
              ×
            </button>
          </li>`,
        )}
      </ul>
    </section>`;
  }

  private async take(file: File | undefined): Promise<void> {
    if (file === undefined || this.lab === null) return;
    if (!file.name.toLowerCase().endsWith('.json')) {
      this.dispatchEvent(new CustomEvent('ct-records', { detail: file }));
      return;
    }
    this.reading = file.name;
    // The same file may be chosen again once it was mended.
    this.file.value = '';
    this.lab.takeText(file.name, await file.text());
    this.reading = null;
  }

  private dropped(event: DragEvent): void {
    event.preventDefault();
    this.over = false;
    void this.take(event.dataTransfer?.files[0]);
  }

  /** What one wants to know. */
  private questions() {
    const { question } = labWords();
    const asked = this.state?.question ?? 'staff';
    return html`<fieldset class="questions">
      <legend class="label">${question.ask}</legend>
      ${(['staff', 'schedule'] as const).map(
        (one) => html`<label>
          <input
            type="radio"
            name="question"
            .checked=${one === asked}
            @change=${() => this.lab?.setQuestion(one)}
          />
          ${question.titles[one]}
        </label>`,
      )}
      ${asked === 'schedule' ? html`<p class="label">${question.schedule}</p>` : null}
    </fieldset>`;
  }

  private source() {
    const { question } = labWords();
    const { source } = this.state ?? {};
    const day = source?.kind === 'catalogue' ? source.name : '';
    return html`<section>
      <h2>${question.about}</h2>
      <div
        class="drop ${this.over ? 'over' : ''}"
        @dragover=${(event: DragEvent) => {
          event.preventDefault();
          this.over = true;
        }}
        @dragleave=${() => (this.over = false)}
        @drop=${this.dropped}
      >
        ${source?.kind === 'scenario' ? html`<p>${question.current(source.name)}</p>` : nothing}
        <p class="serif">${this.reading ? question.reading(this.reading) : question.drop}</p>
        <p class="label">${question.dropSays}</p>
        <button class="button" @click=${() => this.file.click()}>${question.choose}</button>
        <input
          type="file"
          hidden
          accept=".csv,.tsv,.txt,.json,.gz,.xlsx"
          @change=${() => this.take(this.file.files?.[0])}
        />
      </div>
      <label class="pick">
        <span class="label">${question.or}</span>
        <select
          aria-label=${question.catalogue}
          @change=${(event: Event) => this.lab?.takeDay((event.target as HTMLSelectElement).value)}
        >
          <option value="" ?selected=${day === ''} disabled>${question.catalogue}</option>
          ${CARDS.map(
            ({ agents, id, publicView }) => html`<option value=${id} ?selected=${id === day}>
              ${say(publicView.name)} (${question.size(agents, figure(agents))})
            </option>`,
          )}
        </select>
      </label>
    </section>`;
  }

  private aim() {
    const { target } = labWords();
    const { ask } = this.state ?? {};
    if (ask === undefined || ask.target.kind !== 'serviceLevel') return null;
    const aimed = ask.target;
    const number = (
      value: number,
      label: string,
      [min, max]: readonly [number, number],
      set: (value: number) => void,
    ) => html`<input
      type="number"
      inputmode="decimal"
      .value=${String(value)}
      min=${min}
      max=${max}
      required
      step="any"
      aria-label=${label}
      @change=${(event: Event) => {
        const { valueAsNumber: typed } = event.target as HTMLInputElement;
        if (typed >= min && typed <= max) set(typed);
        // What cannot be is said where it stands, and nothing is worked out meanwhile.
        else (event.target as HTMLInputElement).reportValidity();
      }}
    />`;
    const where = `${ask.by}${ask.joint ? '+' : ''}`;
    return html`<section>
      <h2>${target.title}</h2>
      <p class="aim">
        ${number(perCent(aimed.share), target.share, [1, 99], (share) =>
          this.lab?.setAsk({ target: { ...aimed, share: share / 100 } }),
        )}
        ${target.percentOf}
        ${number(aimed.targetS, target.within, [0, 3_600], (targetS) =>
          this.lab?.setAsk({ target: { ...aimed, targetS } }),
        )}
        ${target.seconds}
        <select
          aria-label=${target.where}
          @change=${(event: Event) => {
            const chosen = (event.target as HTMLSelectElement).value;
            this.lab?.setAsk({
              by: chosen.replace('+', '') as 'interval' | 'day' | 'month',
              joint: chosen.endsWith('+'),
            });
          }}
        >
          ${(['interval', 'interval+', 'day', 'month'] as const).map(
            (one) => html`<option value=${one} ?selected=${one === where}>
              ${target.by[one]}
            </option>`,
          )}
        </select>
        ${target.on}
        ${number(perCent(ask.on), target.ofDays, [1, 99], (on) =>
          this.lab?.setAsk({ on: on / 100 }),
        )}
        ${ask.by === 'month' ? target.ofMonthsShort : target.ofDaysShort}
      </p>
      ${precisionChoice(ask, (days) => this.lab?.setAsk({ days }))}
    </section>`;
  }

  private go(): void {
    const wrong = this.renderRoot.querySelector<HTMLInputElement>('.aim input:invalid');
    if (wrong !== null) wrong.reportValidity();
    else this.dispatchEvent(new CustomEvent('ct-go'));
  }

  /** Where it will be worked out, and how long that will take. */
  private cost(): string {
    const { running } = labWords();
    const cost = this.state?.cost ?? null;
    if (cost === null) return running.here;
    const takes = running.costs(figure(roughly(cost.days)), betweenSaid(cost.fromMs, cost.toMs));
    return `${running.here} ${takes}`;
  }

  override render() {
    const { question } = labWords();
    const ready = this.state?.scenario !== null;
    const [problem] = this.state?.problems ?? [];
    return html`<h1>${question.titles[this.state?.question ?? 'staff']}</h1>
      ${this.questions()} ${this.source()}
      <ct-notice .problem=${problem ?? null}></ct-notice>
      ${this.aim()}
      <div class="row">
        <button
          class="button main"
          aria-disabled=${!ready}
          @click=${() => ready && this.go()}
        >
          ${question.go}
        </button>
        <span class="label" role="status">${ready ? this.cost() : question.needsCentre}</span>
      </div>
      ${this.studies()}
      <ct-take-away></ct-take-away>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ct-lab-question': LabQuestion;
  }
}
