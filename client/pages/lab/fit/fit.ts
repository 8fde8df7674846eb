import { html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import '../../../elements/notice/notice.ts';
import '../../../elements/plot/plot.ts';
import {
  arrivalsPicture,
  type Fit,
  fitLines,
  trustSays,
  WEEKDAYS,
} from '../../../../models/doors/records.ts';
import { isProblem } from '../../../../models/doors/scenario.ts';
import { key } from '../../../look/key.ts';
import { base, buttons } from '../../../look/shared.ts';
import type { LabData } from '../../../state/lab-data.ts';
import type { LabFit, Planned } from '../../../state/lab-fit.ts';
import { figure, percent } from '../../../text/figures.ts';
import { fitWords } from '../../../text/lab-fit.ts';
import { LanguageController, say } from '../../../text/language.ts';
import { screens } from '../screens.styles.ts';
import * as drawn from './draw.ts';
import { fitStyles } from './fit.styles.ts';
import { heldAgainst, set } from './held.ts';
import * as tables from './tables.ts';

/**
 * What all the days of a file come to: how far the fit can be trusted, the day to plan, each law
 * drawn over the data. Passes on `ct-typical` (Planned) where that day is to be the centre.
 */
@customElement('ct-lab-fit')
export class LabFitScreen extends LitElement {
  protected readonly language = new LanguageController(this);
  @property({ attribute: false }) data: LabData | null = null;
  @property({ attribute: false }) fit: LabFit | null = null;
  /** Changes whenever the fit does. */
  @property({ attribute: false }) version: unknown = 0;

  static override styles = [base, buttons, screens, key, fitStyles];

  private get intervalMin(): number {
    return this.data?.state.intervalMin ?? 30;
  }

  protected override updated(): void {
    const records = this.data?.records ?? null;
    if (records !== null) void this.fit?.open(records, this.intervalMin);
  }

  private ask(change: Parameters<LabFit['ask']>[2]): void {
    const records = this.data?.records ?? null;
    if (records !== null) void this.fit?.ask(records, this.intervalMin, change);
  }

  /** The sentence of a part, by its name in French. */
  private sentence(fit: Fit, part: string) {
    const found = fitLines(fit).find(({ part: { fr } }) => fr === part);
    return found ? html`<p class="says">${set(say(found.says))}</p>` : nothing;
  }

  private key() {
    const { key } = fitWords();
    return html`<p class="key">
      <span><i></i> ${key.data}</span>
      <span><i class="fitted"></i> ${key.fit}</span>
    </p>`;
  }

  private plot({ below, data, draw, label, name, title }: tables.Drawing) {
    return html`<section>
      <h2>${title}</h2>
      <ct-plot .draw=${draw} .data=${data} .label=${label} .name=${name}></ct-plot>
      ${below}
    </section>`;
  }

  private kindName(fit: Fit, kind: number): string {
    const weekday = WEEKDAYS[kind];
    return fit.counts.dated && weekday ? say(weekday) : fitWords().numbered(kind);
  }

  private arrivals(fit: Fit) {
    const words = fitWords();
    const kind = this.fit?.state.kind ?? 0;
    const picture = arrivalsPicture(fit, kind);
    if (picture === null) return nothing;
    const below = html`<p class="key">
        <span><i class="band"></i> ${words.key.band}</span>
        <label
          >${words.whichDay}
          <select
            @change=${(event: Event) =>
              this.fit?.draw(Number((event.target as HTMLSelectElement).value))}
          >
            ${fit.arrivals.profiles.map(
              (one) => html`<option value=${one.kind} ?selected=${one.kind === kind}>
                ${this.kindName(fit, one.kind)}
              </option>`,
            )}
          </select></label
        >
      </p>
      ${this.sentence(fit, 'Arrivées')}`;
    const label = words.arrivalsLong;
    return this.plot({
      ...{ title: words.arrivals, label, name: 'arrivees', below },
      ...{ draw: drawn.arrivals(picture), data: tables.arrivalsTable(picture) },
    });
  }

  private laws(fit: Fit) {
    const words = fitWords();
    const { handling, patience, returns } = fit;
    const all = patience.find(({ type }) => type === '') ?? patience[0];
    return html`${
      handling === null
        ? nothing
        : this.plot({
            ...{ title: words.handling, label: words.handlingLong, name: 'traitement' },
            draw: drawn.law(handling.all.knots),
            data: tables.lawTable(handling.all.knots),
            below: html`${this.key()}${this.sentence(fit, 'Traitement')}`,
          })
    }
    ${
      all === undefined
        ? nothing
        : this.plot({
            ...{ title: words.patience, label: words.patienceLong, name: 'patience' },
            draw: drawn.law(all.knots),
            data: tables.lawTable(all.knots),
            below: html`${this.key()}${this.sentence(fit, 'Patience')}`,
          })
    }
    ${
      returns === null || (returns.afterLost === null && returns.afterServed === null)
        ? nothing
        : this.plot({
            ...{ title: words.returns, label: words.returnsLong, name: 'retours' },
            draw: drawn.returns(returns),
            data: tables.returnsTable(returns),
            below: html`<p class="key">
                <span><i class="fitted"></i> ${words.curves.afterLost}</span>
                <span><i></i> ${words.curves.afterServed}</span>
              </p>
              ${this.sentence(fit, 'Retours')}`,
          })
    }`;
  }

  private reliability(fit: Fit) {
    const words = fitWords();
    const { weeks } = fit.reliability;
    if (weeks.predicted === 0) return html`<p class="says">${words.oneDay}</p>`;
    const below = html`${this.sentence(fit, 'Fiabilité')}
      ${this.sentence(fit, 'Fiabilité, plus tard')}`;
    const label = words.reliabilityLong;
    return this.plot({
      ...{ title: words.reliability, label, name: 'fiabilite', below },
      ...{ draw: drawn.reliability(weeks), data: tables.reliabilityTable(weeks) },
    });
  }

  /** Whether to rely on the fit, in one sentence; what the band of 80 % holds of unseen days. */
  private verdict(fit: Fit) {
    const words = fitWords();
    const { validation = null } = this.fit?.state ?? {};
    const { bands, predicted } = fit.reliability.weeks;
    const eighty = bands.find(({ nominal }) => nominal === 0.8);
    return html`<p class="kicker">${words.title}</p>
      <h1>${set(say(trustSays(fit, validation)))}</h1>
      ${
        predicted === 0 || eighty === undefined
          ? nothing
          : html`<p class="big">${percent(eighty.share)}<small>${words.inBand80}</small></p>`
      }`;
  }

  private dayChoice(fit: Fit) {
    const words = fitWords();
    const { dayToStaff, growth = 0, holiday = false } = this.fit?.state ?? {};
    const named = (kind: number): string =>
      fit.counts.dated ? (WEEKDAYS[kind]?.en ?? '') : String(kind);
    return html`<div class="choices">
      <label
        >${words.day}
        <select
          @change=${(event: Event) => {
            const { value } = event.target as HTMLSelectElement;
            this.ask({ dayToStaff: value === '' ? undefined : value });
            const kind = fit.arrivals.profiles.find((one) => named(one.kind) === value)?.kind;
            if (kind !== undefined) this.fit?.draw(kind);
          }}
        >
          <option value="" ?selected=${dayToStaff === undefined}>${words.usual}</option>
          ${fit.arrivals.profiles.map(
            ({ kind }) => html`<option value=${named(kind)} ?selected=${named(kind) === dayToStaff}>
              ${this.kindName(fit, kind)}
            </option>`,
          )}
        </select></label
      >
      <label
        >${words.growth}
        <input
          type="number"
          min="-90"
          max="500"
          step="1"
          .value=${String(growth)}
          @change=${(event: Event) => {
            const value = (event.target as HTMLInputElement).valueAsNumber;
            if (value >= -90 && value <= 500) this.ask({ growth: value });
          }}
        />
      </label>
      ${
        fit.apart.length === 0
          ? nothing
          : html`<label class="check">
              <input
                type="checkbox"
                ?checked=${holiday}
                @change=${(event: Event) =>
                  this.ask({ holiday: (event.target as HTMLInputElement).checked })}
              />
              ${words.holiday}
            </label>`
      }
    </div>`;
  }

  private planned(fit: Fit) {
    const words = fitWords();
    const { growth, problem, share } = this.fit?.state ?? {};
    const typical = fit.typical === null || isProblem(fit.typical) ? null : fit.typical;
    const volume = typical?.volume;
    const [mean = '', low = '', high = ''] =
      volume === undefined ? [] : [volume.mean, volume.p10, volume.p90].map((n) => figure(n));
    const isHolding = share !== null && share !== undefined;
    const holding = isHolding ? words.holding(percent(share)) : words.hold;
    const canHold = growth === 0 && this.fit?.state.found?.recorded != null;
    return html`<section>
      <h2>${words.staffed}</h2>
      ${this.dayChoice(fit)}
      ${fit.counts.dated ? nothing : html`<p class="label">${words.undated}</p>`}
      <ct-notice .problem=${problem ?? null}></ct-notice>
      ${
        typical === null || volume === undefined
          ? nothing
          : html`<p>
                ${words.volume(set(say(typical.label)), mean, low, high)}
              </p>
              <p class="row">
                <button class="button main" @click=${this.take}>${words.take}</button>
                ${
                  canHold
                    ? html`<button
                        class="button"
                        aria-disabled=${isHolding}
                        @click=${() => this.fit?.hold()}
                      >
                        ${holding}
                      </button>`
                    : html`<span class="label">${words.grown}</span>`
                }
              </p>`
      }
    </section>`;
  }

  private readonly take = async () => {
    const made = (await this.fit?.made()) ?? null;
    if (made === null) return;
    const detail: Planned = { file: made.scenario, supposed: made.notes };
    this.dispatchEvent(new CustomEvent('ct-typical', { detail, bubbles: true, composed: true }));
  };

  override render() {
    const words = fitWords();
    const { found, problem } = this.fit?.state ?? {};
    if (!found)
      return html`<h1>${problem ? words.title : words.working}</h1>
        <ct-notice .problem=${problem ?? null}></ct-notice>`;
    const { fit } = found;
    return html`${this.verdict(fit)} ${this.planned(fit)} ${heldAgainst(this.fit?.state)}
      <div class="plots">${this.arrivals(fit)} ${this.reliability(fit)} ${this.laws(fit)}</div>
      <details>
        <summary>${words.more}</summary>
        <dl>
          ${fitLines(fit).map(
            ({ part, says }) => html`<dt>${set(say(part))}</dt>
              <dd>${set(say(says))}</dd>`,
          )}
        </dl>
      </details>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ct-lab-fit': LabFitScreen;
  }
}
