import { html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import '../../elements/notice/notice.ts';
import '../../elements/staircase/staircase.ts';
import { type DayChange, noChange, type Report } from '../../../models/doors/report.ts';
import { textIn } from '../../../models/doors/scenario.ts';
import { type StaffingAnswer, staffingSheet } from '../../../models/doors/study.ts';
import { base, buttons } from '../../look/shared.ts';
import type { Evidence, Other, ReportState } from '../../state/report.ts';
import { figure, percent } from '../../text/figures.ts';
import { LanguageController, language } from '../../text/language.ts';
import { reportWords } from '../../text/report.ts';
import { typeset } from '../../text/typeset.ts';
import { screens } from '../lab/screens.styles.ts';
import { anotherDayStyles } from './another-day.styles.ts';

/** A slider: its name, what it stands at, between which ends, and what it changes. */
interface Slider {
  readonly label: string;
  readonly at: number;
  readonly ends: readonly [least: number, most: number, step: number];
  readonly unit: string;
  readonly set: (at: number) => Partial<DayChange>;
}

const isSame = (a: DayChange, b: DayChange): boolean =>
  a.bound === b.bound && a.on === b.on && a.volume === b.volume && a.agents === b.agents;

const hundredth = (share: number): number => Math.round(1_000 * share) / 10;

/** The same callers another day, marked as what was not printed. */
@customElement('ct-report-other')
export class ReportOther extends LitElement {
  protected readonly language = new LanguageController(this);
  @property({ attribute: false }) evidence: Evidence | null = null;
  @property({ attribute: false }) state: ReportState | null = null;
  /** A slider on its way; it is let go before anything is played. */
  @state() private held: { readonly label: string; readonly at: number } | null = null;

  static override styles = [base, buttons, screens, anotherDayStyles];

  private change(change: Partial<DayChange>): void {
    void this.evidence?.change(change);
  }

  private sliders({ ask }: Report, change: DayChange): Slider[] {
    const { other } = reportWords();
    const { kind } = ask.target;
    const isTime = kind === 'asa';
    return [
      {
        label: other.bound[kind],
        at: isTime ? change.bound : hundredth(change.bound),
        ends: isTime ? [0, 300, 1] : kind === 'serviceLevel' ? [40, 99, 1] : [0, 30, 0.5],
        unit: isTime ? 's' : '%',
        set: (at) => ({ bound: isTime ? at : at / 100 }),
      },
      {
        label: ask.by === 'month' ? other.on.months : other.on.days,
        ...{ at: hundredth(change.on), ends: [40, 99, 1], unit: '%' },
        set: (at) => ({ on: at / 100 }),
      },
      {
        label: other.volume,
        ...{ at: hundredth(change.volume), ends: [50, 150, 1], unit: '%' },
        set: (at) => ({ volume: at / 100 }),
      },
      {
        label: other.agents,
        ...{ at: change.agents, ends: [-5, 5, 1], unit: '' },
        set: (agents) => ({ agents }),
      },
    ];
  }

  private slider({ at, ends: [least, most, step], label, set, unit }: Slider) {
    const now = this.held?.label === label ? this.held.at : at;
    const sign = unit === '' && now > 0 ? '+' : '';
    const shown = `${sign}${figure(now, Number.isInteger(now) ? 0 : 1)}`;
    return html`<label>
      <span>${label}</span>
      <span class="at" aria-hidden="true">${shown}${unit && `\u00a0${unit}`}</span>
      <input
        type="range"
        min=${Math.min(least, at)}
        max=${Math.max(most, at)}
        step=${step}
        .value=${String(now)}
        aria-label=${label}
        aria-valuetext=${`${shown} ${unit}`.trim()}
        @input=${({ target }: Event) => {
          this.held = { label, at: (target as HTMLInputElement).valueAsNumber };
        }}
        @change=${({ target }: Event) => {
          this.held = null;
          this.change(set((target as HTMLInputElement).valueAsNumber));
        }}
      />
    </label>`;
  }

  /** Where agents are added or taken away. */
  private places({ figures, scenario }: Report, change: DayChange) {
    const { other } = reportWords();
    const many = scenario.groups.length > 1;
    const places = figures.data.intervals.flatMap(({ begins, groups }, interval) =>
      groups.map((_, group) => {
        const name = scenario.groups[group]?.name;
        const said = many && name ? `${begins} ${textIn(name, language())}` : begins;
        return { group, interval, said };
      }),
    );
    return html`<label class="place">
      <span>${other.interval}</span>
      <select
        @change=${(event: Event) => {
          const place = places[(event.target as HTMLSelectElement).selectedIndex];
          if (place) this.change({ group: place.group, interval: place.interval });
        }}
      >
        ${places.map(
          ({ group, interval, said }) => html`<option
            ?selected=${group === change.group && interval === change.interval}
          >
            ${said}
          </option>`,
        )}
      </select>
    </label>`;
  }

  private said({ change, day, isBusy }: Other, { ask }: Report): string {
    const { other } = reportWords();
    if (isBusy) return other.working;
    if (day === null || isSame(change, noChange(ask))) return other.asPrinted;
    const { high, low, share } = day.whole;
    const chance = `${percent(share)} ± ${figure(50 * (high - low))}`;
    const on = percent(change.on);
    const enough = day.holds ? other.enough(on) : other.short(on);
    const days = ask.by === 'month' ? other.months : other.days;
    return `${other.holds(chance, days)} ${enough}`;
  }

  private found(answer: StaffingAnswer, { asked, rules }: Report) {
    const set = language() === 'fr' ? typeset : (text: string) => text;
    const none = { price: null, gap: null, sensitivity: null };
    const { headline } = staffingSheet({ asked, rules, answer, ...none }, language());
    return html`<h3>${reportWords().other.found}</h3>
      <p class="serif found">${set(headline)}</p>
      <ct-staircase .report=${{ answer }}></ct-staircase>`;
  }

  override render() {
    const { other, report } = this.state ?? {};
    if (!other || !report) return nothing;
    const { other: words } = reportWords();
    const { answer, change, isBusy, problem } = other;
    return html`<section aria-label=${words.title}>
      <h2>${words.title} <em>${words.mark}</em></h2>
      <p>${words.says}</p>
      <div class="sliders">
        ${this.sliders(report, change).map((one) => this.slider(one))}
        ${this.places(report, change)}
      </div>
      <p class="serif verdict" role="status">${this.said(other, report)}</p>
      <ct-notice .problem=${problem}></ct-notice>
      ${answer === null ? nothing : this.found(answer, report)}
      <p class="row">
        <button
          class="button"
          aria-disabled=${isBusy}
          @click=${() => isBusy || this.evidence?.search()}
        >
          ${words.search}
        </button>
        <button class="button bare" @click=${() => this.evidence?.back()}>${words.back}</button>
      </p>
    </section>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ct-report-other': ReportOther;
  }
}
