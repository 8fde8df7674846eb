import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { drawPrice } from '../../charts/price.ts';
import { priceLook } from '../../charts/price-look.ts';
import { Sized } from '../../charts/sized.ts';
import { base } from '../../look/shared.ts';
import { PRICES_MS } from '../../state/prices.ts';
import { AHEAD_MS, type Weighed } from '../../state/weighing.ts';
import { figure } from '../../text/figures.ts';
import { LanguageController } from '../../text/language.ts';
import { worthWords } from '../../text/worth.ts';

/** What the next minute has weighed in the last ten, to the others and to who was on the line. */
@customElement('ct-price')
export class Price extends LitElement {
  protected readonly language = new LanguageController(this);
  @property({ attribute: false }) weighed: Weighed | null = null;
  @query('svg') private readonly svg!: SVGSVGElement;
  @query('.room') private readonly room!: HTMLElement;
  private readonly sized = new Sized(this, () => this.room);

  static override styles = [
    base,
    priceLook,
    css`
      .chart {
        display: grid;
        grid-template-rows: auto minmax(0, 1fr);
        gap: var(--s-2);
        height: 100%;
      }

      .room {
        position: relative;
        min-height: 0;
        overflow: hidden;
      }

      /* What is drawn never holds its room open. */
      .room svg {
        position: absolute;
        inset: 0;
      }

      figcaption {
        display: flex;
        flex-wrap: wrap;
        gap: 0 var(--s-4);
        white-space: nowrap;
      }

      .hurry {
        color: var(--hurry-ink);
      }

      .care {
        color: var(--care-ink);
      }

      i {
        display: inline-block;
        width: 1.25em;
        margin-right: 0.4em;
        vertical-align: 0.24em;
        border-top: 3px solid var(--care);
      }

      .hurry i {
        height: 0.6em;
        vertical-align: -0.05em;
        border-top: 1.5px solid var(--hurry);
        background: var(--hurry-wash);
      }

      @media (max-width: 760px) {
        .chart {
          gap: var(--s-1);
        }

        .title {
          display: none;
        }
      }
    `,
  ];

  protected override updated(): void {
    const { sized, weighed } = this;
    if (!weighed || !sized.fits) return;
    const { ahead, at: now, dearest, samples } = weighed;
    const words = { minutes: (n: number) => worthWords().price.minutes(figure(n)) };
    const time = { now, pastMs: PRICES_MS, aheadMs: AHEAD_MS };
    drawPrice(this.svg, { samples, ahead, dearest, words, ...time }, sized.size);
  }

  /** What is drawn how; how much it is stands in one sentence above. */
  private key(voice: 'care' | 'hurry', name: string) {
    return html`<span class=${voice}><i aria-hidden="true"></i>${name}</span>`;
  }

  override render() {
    const { weighed } = this;
    if (!weighed) return nothing;
    const { price } = worthWords();
    const { talking } = weighed;
    return html`<figure class="chart" aria-label=${price.long}>
      <figcaption class="label">
        <span class="title">${price.title}</span>
        ${this.key('hurry', price.others)}
        ${talking ? this.key('care', price.caller) : nothing}
      </figcaption>
      <div class="room"><svg aria-hidden="true"></svg></div>
    </figure>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ct-price': Price;
  }
}
