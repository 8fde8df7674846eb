import { css, html, LitElement } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import type { WallView } from '../../../models/doors/live.ts';
import type { PublicView } from '../../../models/doors/scenario.ts';
import { barsLook } from '../../charts/bars-look.ts';
import { drawDay } from '../../charts/day-curve.ts';
import { Sized } from '../../charts/sized.ts';
import { base } from '../../look/shared.ts';
import { clockTime, figure } from '../../text/figures.ts';
import { LanguageController } from '../../text/language.ts';
import { wallWords } from '../../text/wall.ts';

/** The whole day by interval: what came, what was taken in time, taken late, lost. */
@customElement('ct-day-curve')
export class DayCurve extends LitElement {
  protected readonly language = new LanguageController(this);
  @property({ attribute: false }) view: WallView | null = null;
  @property({ attribute: false }) publicView: PublicView | null = null;
  /** Changes whenever the view does: it is folded in place. */
  @property({ attribute: false }) version: unknown = 0;
  @property({ type: Number }) now = 0;
  @query('svg') private readonly svg!: SVGSVGElement;
  @query('.room') private readonly room!: HTMLElement;
  private readonly sized = new Sized(this, () => this.room);

  static override styles = [
    base,
    barsLook,
    css`
      .chart {
        position: relative;
        display: grid;
        grid-template: minmax(0, 1fr) / minmax(0, 1fr) auto;
        gap: var(--s-3);
        height: 100%;
      }

      .room {
        min-width: 0;
        min-height: 0;
        overflow: hidden;
      }

      ul {
        display: grid;
        align-content: end;
        gap: 2px;
        padding-bottom: 20px;
        font-size: clamp(0.75rem, 1.7vh, 1.125rem);
        line-height: 1.2;
        color: var(--ink-soft);
      }

      li {
        display: flex;
        align-items: center;
        gap: var(--s-2);
        white-space: nowrap;
      }

      i {
        width: 14px;
        height: 9px;
        background: var(--ink);
      }

      i.late {
        background: var(--rule);
      }

      i.lost {
        background: repeating-linear-gradient(
          115deg,
          var(--ink) 0 1px,
          transparent 1px 4px
        );
        outline: 1px solid var(--ink);
        outline-offset: -1px;
      }
    `,
  ];

  protected override updated(): void {
    const { view, publicView, sized, now } = this;
    if (!view || !publicView || !sized.fits) return;
    const words = { time: (at: number) => clockTime(publicView.opensAtMs + at) };
    drawDay(this.svg, { day: view.day, publicView, now, words }, sized.size);
  }

  private twin(view: WallView, publicView: PublicView) {
    const { day } = wallWords();
    const { offered, within, answered, abandoned } = view.day.byInterval;
    const columns = [day.interval, day.offered, day.within, day.late, day.lost];
    const past = offered.filter((_, i) => i * view.day.intervalMs <= view.at);
    return html`<div class="sr-only"><table>
      <caption>${day.title}</caption>
      <tr>
        ${columns.map((name) => html`<th scope="col">${name}</th>`)}
      </tr>
      ${past.map((n, i) => {
        const inTime = within[i] ?? 0;
        const counts = [n, inTime, (answered[i] ?? 0) - inTime, abandoned[i] ?? 0];
        const time = clockTime(publicView.opensAtMs + i * view.day.intervalMs);
        return html`<tr>
          <th scope="row">${time}</th>
          ${counts.map((count) => html`<td>${figure(count)}</td>`)}
        </tr>`;
      })}
    </table></div>`;
  }

  override render() {
    const { day } = wallWords();
    return html`<figure class="chart" aria-label=${day.long}>
      <div class="room"><svg aria-hidden="true"></svg></div>
      <ul aria-hidden="true">
        <li><i class="lost"></i>${day.lost}</li>
        <li><i class="late"></i>${day.late}</li>
        <li><i></i>${day.within}</li>
      </ul>
      ${this.view && this.publicView ? this.twin(this.view, this.publicView) : null}
    </figure>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ct-day-curve': DayCurve;
  }
}
