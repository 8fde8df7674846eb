import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import '../plot/plot.ts';
import type { Rows } from '../../../models/doors/study.ts';
import { key } from '../../look/key.ts';
import { base } from '../../look/shared.ts';
import { amount, percent } from '../../text/figures.ts';
import { labWords } from '../../text/lab.ts';
import { LanguageController } from '../../text/language.ts';
import type { Draw, Table } from '../plot/plot.ts';

/** From one value to the next, in the row of what makes the difference; null: not known. */
interface Fall {
  readonly name: string;
  readonly from: number | null;
  readonly to: number | null;
}

const isKnown = (x: number | null): x is number => x !== null;

/**
 * The steps of a gap as a waterfall: from what a formula gives to what the simulation does, each
 * thing that was left out moving the value from where the one before had left it.
 */
@customElement('ct-waterfall')
export class Waterfall extends LitElement {
  protected readonly language = new LanguageController(this);
  /** The table of the same steps: what is drawn comes with it. */
  @property({ attribute: false }) table: Rows | null = null;

  static override styles = [
    base,
    key,
    css`
      :host {
        display: grid;
        gap: var(--s-2);
        max-width: 44rem;
      }

      .key i {
        width: 22px;
        height: 12px;
        background: var(--ink);
        opacity: 0.85;
      }

      .key .rises {
        opacity: 0.3;
      }
    `,
  ];

  private get falls(): Fall[] {
    const steps = this.table?.drawn?.steps ?? [];
    return steps.map(({ name, value }, i) => ({
      name,
      from: steps[Math.max(0, i - 1)]?.value ?? null,
      to: value,
    }));
  }

  private drawn(falls: readonly Fall[]): Draw {
    const isShare = this.table?.drawn?.unit === '1';
    const ends = falls.map(({ to }) => to).filter(isKnown);
    const known = falls.filter(({ to }) => isKnown(to));
    const whole = falls.slice(1).filter(({ from, to }) => isKnown(from) && isKnown(to));
    const [low, high] = [Math.min(...ends), Math.max(...ends)];
    const room = Math.max(high - low, 1e-3) * 0.08;
    return (Plot, width) => {
      const names = width < 480 ? 124 : 220;
      return {
        height: 34 * falls.length + 34,
        marginLeft: names,
        marginRight: 24,
        marginTop: 4,
        marginBottom: 28,
        x: {
          domain: [low - room, high + room],
          ticks: width < 480 ? 3 : 6,
          tickFormat: (x: number) => (isShare && room > 0.002 ? percent(x) : amount(x)),
          label: null,
        },
        y: { domain: falls.map(({ name }) => name), label: null, padding: 0.35, axis: null },
        marks: [
          Plot.axisY({ tickSize: 0, lineWidth: (names - 14) / 12, lineHeight: 1.1 }),
          Plot.ruleY(falls, { y: 'name', stroke: 'var(--hairline)' }),
          Plot.barX(whole, {
            ...{ x1: 'from', x2: 'to', y: 'name', fill: 'var(--ink)' },
            fillOpacity: ({ from, to }: Fall) => ((to ?? 0) < (from ?? 0) ? 0.85 : 0.3),
          }),
          Plot.tickX(known, { x: 'to', y: 'name', stroke: 'var(--ink)', strokeWidth: 2 }),
        ],
      };
    };
  }

  override render() {
    const { table } = this;
    const { falls } = this;
    // A picture of one value would show no step.
    if (table === null || falls.filter(({ to }) => isKnown(to)).length < 2) return nothing;
    const { rises, falls: falling } = labWords().waterfall;
    const head = ['', ...table.columns.map(({ head: one }) => one)];
    const data: Table = [
      head,
      ...falls.map(({ from, name, to }, i) => [
        ...[name, to ?? '', i === 0 || from === null || to === null ? '' : to - from],
      ]),
    ];
    return html`<ct-plot
        .draw=${this.drawn(falls)}
        .label=${table.title}
        name="ecart"
        .data=${data}
      ></ct-plot>
      <p class="key">
        <span><i class="rises"></i> ${rises}</span>
        <span><i></i> ${falling}</span>
      </p>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ct-waterfall': Waterfall;
  }
}
