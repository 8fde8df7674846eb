import { css, html, LitElement } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { type DayView, WAIT_CLASSES_MS } from '../../../models/doors/live.ts';
import { barsLook } from '../../charts/bars-look.ts';
import { Sized } from '../../charts/sized.ts';
import { drawWaits } from '../../charts/waits.ts';
import { base } from '../../look/shared.ts';
import { figure } from '../../text/figures.ts';
import { LanguageController } from '../../text/language.ts';
import { wallWords } from '../../text/wall.ts';

function nameOf(classMs: number | null): string {
  const { waits } = wallWords();
  if (classMs === null) return waits.more;
  if (classMs < 60_000 || classMs === 90_000) return waits.seconds(figure(classMs / 1_000));
  return waits.minutes(figure(classMs / 60_000));
}

/** How long people waited today: those taken above the ground, those who hung up below it. */
@customElement('ct-waits')
export class Waits extends LitElement {
  protected readonly language = new LanguageController(this);
  @property({ attribute: false }) day: DayView | null = null;
  /** Changes whenever the day does: it is folded in place. */
  @property({ attribute: false }) version: unknown = 0;
  @query('svg') private readonly svg!: SVGSVGElement;
  @query('.room') private readonly room!: HTMLElement;
  private readonly sized = new Sized(this, () => this.room);

  static override styles = [
    base,
    barsLook,
    css`
      .chart,
      .room {
        height: 100%;
        min-height: 0;
        overflow: hidden;
      }
    `,
  ];

  protected override updated(): void {
    const { day, sized } = this;
    if (!day || !sized.fits) return;
    drawWaits(this.svg, { waits: day.waits, targetMs: day.targetMs, name: nameOf }, sized.size);
  }

  private twin(day: DayView) {
    const { waits } = wallWords();
    const columns = [waits.upTo, waits.answered, waits.lost];
    const rows = [...WAIT_CLASSES_MS, null].map((end, i) => [
      nameOf(end),
      figure(day.waits.answered[i] ?? 0),
      figure(day.waits.abandoned[i] ?? 0),
    ]);
    return html`<div class="sr-only"><table>
      <caption>${waits.title}</caption>
      <tr>${columns.map((name) => html`<th scope="col">${name}</th>`)}</tr>
      ${rows.map((row) => html`<tr>${row.map((cell) => html`<td>${cell}</td>`)}</tr>`)}
    </table></div>`;
  }

  override render() {
    return html`<figure class="chart" aria-label=${wallWords().waits.long}>
      <div class="room"><svg aria-hidden="true"></svg></div>
      ${this.day ? this.twin(this.day) : null}
    </figure>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ct-waits': Waits;
  }
}
