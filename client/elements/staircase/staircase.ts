import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import '../plot/plot.ts';
import { key } from '../../look/key.ts';
import { base } from '../../look/shared.ts';
import { clockTime, figure, percent } from '../../text/figures.ts';
import { labWords } from '../../text/lab.ts';
import { LanguageController } from '../../text/language.ts';
import type { Draw, Table } from '../plot/plot.ts';
import { type Drawn, hoursOf, ruleOf, type Step, stepsOf } from './steps.ts';

/** The axis of the time of day. */
const hours = (steps: readonly Step[], width: number) => ({
  label: null,
  ticks: hoursOf(steps, width),
  tickFormat: (ms: number) => clockTime(ms),
});

/** A line of steps ends where the last of them does. */
const toTheEnd = (steps: readonly Step[]): readonly Step[] => {
  const last = steps.at(-1);
  return last === undefined ? steps : [...steps, { ...last, from: last.to }];
};

/**
 * The day as a staircase of staff over the volume: the deeper the tint of a step, the more days on
 * which it holds. The thin line is a formula's; over a schedule as it is written, what is required.
 */
@customElement('ct-staircase')
export class Staircase extends LitElement {
  protected readonly language = new LanguageController(this);
  @property({ attribute: false }) report: Drawn | null = null;

  static override styles = [
    base,
    key,
    css`
      :host {
        display: grid;
        gap: var(--s-4);
      }

      .key i {
        width: 22px;
        height: 12px;
        background: var(--ink);
      }

      .key .pale {
        opacity: 0.3;
      }

      .key .thin {
        height: 0;
        border-top: 2px solid var(--hurry);
        background: none;
      }
    `,
  ];

  private staff(steps: readonly Step[]): Draw {
    const { staircase } = labWords();
    return (Plot, width) => ({
      height: Math.max(180, Math.min(340, width * 0.42)),
      marginLeft: 40,
      marginRight: 28,
      marginTop: 24,
      x: hours(steps, width),
      y: { label: staircase.staff, grid: true, zero: true, nice: true },
      marks: [
        Plot.rectY(steps, {
          ...{ x1: 'from', x2: 'to', y: 'agents', fill: 'var(--ink)' },
          fillOpacity: (step: Step) => 0.18 + 0.72 * step.holds,
          stroke: 'var(--paper)',
          title: (step: Step) => step.says,
        }),
        Plot.line(toTheEnd(steps), {
          ...{ x: 'from', y: 'against', curve: 'step-after' },
          ...{ stroke: 'var(--hurry)', strokeWidth: 1.5 },
        }),
        Plot.text(
          steps.filter(({ fails }) => this.report?.planned !== undefined && fails),
          { x: 'middle', y: 'agents', text: () => '×', dy: -9, fontSize: 15, fill: 'var(--ink)' },
        ),
        Plot.ruleY([0]),
        Plot.tip(steps, {
          ...Plot.pointerX({ x: 'middle', y: 'agents', title: 'says' }),
          ...{ fill: 'var(--paper)', stroke: 'var(--ink-soft)' },
        }),
      ],
    });
  }

  /** What is drawn, as a file gives it. */
  private data(steps: readonly Step[], rule: string): Table {
    const { data } = labWords().staircase;
    const head =
      this.report?.planned === undefined ? [data.required, rule] : [data.planned, data.required];
    return [
      [data.begins, ...head, data.holds, data.perHour],
      ...steps.map(({ against, agents, from, holds, perHour }) => [
        ...[clockTime(from), agents, against, holds, perHour],
      ]),
    ];
  }

  private volume(steps: readonly Step[]): Draw {
    const { staircase } = labWords();
    return (Plot, width) => ({
      height: 110,
      marginLeft: 40,
      marginRight: 28,
      marginTop: 24,
      x: hours(steps, width),
      y: { label: staircase.volume, ticks: 3, zero: true },
      marks: [
        Plot.rectY(steps, {
          ...{ x1: 'from', x2: 'to', y: 'perHour' },
          ...{ fill: 'var(--mark)', fillOpacity: 0.45, stroke: 'var(--paper)' },
        }),
        Plot.ruleY([0]),
      ],
    });
  }

  override render() {
    if (this.report === null) return nothing;
    const { staircase } = labWords();
    const { planned } = this.report;
    const words = planned === undefined ? staircase : staircase.planned;
    const rule = ruleOf(this.report);
    const steps = stepsOf(this.report, (n, step) => {
      const [at, against] = [clockTime(step.from), figure(step.against)];
      return words.step(at, figure(n), percent(step.holds), against, rule);
    });
    const most = Math.max(...steps.map(({ agents }) => agents));
    return html`<ct-plot
        .draw=${this.staff(steps)}
        .label=${words.long(figure(most))}
        name="effectif"
        .data=${this.data(steps, rule)}
      ></ct-plot>
      <p class="key">
        <span><i></i> ${staircase.sure}</span>
        <span><i class="pale"></i> ${staircase.unsure}</span>
        ${
          this.report.planned !== undefined && steps.some(({ fails }) => fails)
            ? html`<span><b aria-hidden="true">×</b> ${staircase.planned.fails}</span>`
            : nothing
        }
        <span><i class="thin"></i>
          ${planned === undefined ? staircase.against(rule) : staircase.planned.against}</span>
      </p>
      <ct-plot
        .draw=${this.volume(steps)}
        .label=${staircase.volumeLong}
        name="volume"
        .data=${this.data(steps, rule)}
      ></ct-plot>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ct-staircase': Staircase;
  }
}
