import { html, LitElement, nothing } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { type LivedSoFar, meanWaits, type Totals } from '../../../models/doors/live.ts';
import { drawPrice } from '../../charts/price.ts';
import { priceLook } from '../../charts/price-look.ts';
import { drawShare } from '../../charts/share.ts';
import { shareLook } from '../../charts/share-look.ts';
import { Sized } from '../../charts/sized.ts';
import { base } from '../../look/shared.ts';
import { PRICES_MS, type PriceSample } from '../../state/prices.ts';
import { othersOf } from '../../state/weighing.ts';
import { duration, figure, percent } from '../../text/figures.ts';
import { LanguageController } from '../../text/language.ts';
import { worthWords } from '../../text/worth.ts';
import { othersShown } from '../voices/numbers.ts';
import { livedStyles } from './lived.styles.ts';

const NO_WAITS = { perCallMs: null, perCallerMs: null };

/** The price of a minute, as the wall has seen it. */
export interface WallPrice {
  readonly samples: readonly PriceSample[];
  readonly dearest: number;
  /** How many are in the line. */
  readonly waiting: number;
  /** It is about right only. */
  readonly about: boolean;
}

/**
 * The two halves of the quality of service, of equal rank: how many reach us, and how they are
 * helped; beside them, quietly, what one more minute costs now.
 */
@customElement('ct-lived')
export class LivedElement extends LitElement {
  protected readonly language = new LanguageController(this);
  @property({ attribute: false }) totals: Totals | null = null;
  @property({ attribute: false }) lived: LivedSoFar | null = null;
  @property({ attribute: false }) price: WallPrice | null = null;
  @property({ type: Number }) now = 0;
  /** Changes whenever the totals do: they are folded in place. */
  @property({ attribute: false }) version: unknown = 0;
  @query('.reached svg') private readonly reachedSvg!: SVGSVGElement;
  @query('.helped svg') private readonly helpedSvg!: SVGSVGElement;
  @query('.price svg') private readonly priceSvg!: SVGSVGElement;
  @query('.reached .room') private readonly room!: HTMLElement;
  @query('.price .room') private readonly priceRoom!: HTMLElement;
  private readonly sized = new Sized(this, () => this.room);
  private readonly priceSized = new Sized(this, () => this.priceRoom);

  static override styles = [base, priceLook, shareLook, livedStyles];

  /** Answered, of all whose call has come to something. */
  private get share(): number | null {
    const { answered = 0, abandoned = 0, blocked = 0 } = this.totals ?? {};
    const all = answered + abandoned + blocked;
    return all === 0 ? null : answered / all;
  }

  protected override updated(): void {
    const { lived, now, price, priceSized, sized } = this;
    if (sized.fits) {
      drawShare(this.reachedSvg, { share: this.share, worst: null }, sized.size);
      const worst = lived && Number.isFinite(lived.lowestTenth) ? lived.lowestTenth / 100 : null;
      drawShare(this.helpedSvg, { share: lived ? lived.mean / 100 : null, worst }, sized.size);
    }
    if (!price || !priceSized.fits) return;
    const words = { minutes: () => '' };
    const time = { now, pastMs: PRICES_MS, aheadMs: 0, ahead: [] };
    drawPrice(this.priceSvg, { ...price, ...time, words }, priceSized.size);
  }

  private cell(
    name: 'reached' | 'helped' | 'price',
    shown: string,
    title: string,
    small: unknown,
    grade: unknown = nothing,
  ) {
    const chart = html`<div class="room chart" aria-hidden="true"><svg></svg></div>`;
    const names = worthWords().wall;
    return html`<div class=${name} title=${title || nothing}>
      <p class="big">${shown}</p>
      <p class="name">${names[name]}${grade}</p>
      ${chart}
      <p class="small">${small}</p>
    </div>`;
  }

  private reached() {
    const { wall } = worthWords();
    const { answered = 0, abandoned = 0, blocked = 0 } = this.totals ?? {};
    const all = answered + abandoned + blocked;
    const of = wall.reachedOf(figure(answered), figure(all), all);
    const { share } = this;
    return this.cell(
      'reached',
      share === null ? '–' : percent(share),
      '',
      share === null ? wall.reachedNone : html`<span>${of}</span> ${this.waits()}`,
    );
  }

  /** How long a call waited on average, and a caller over all their calls. */
  private waits() {
    const { perCallMs, perCallerMs } = this.totals ? meanWaits(this.totals) : NO_WAITS;
    if (perCallMs === null || perCallerMs === null) return nothing;
    const said = worthWords().wall.waits(duration(perCallMs), duration(perCallerMs));
    return html`<span class="waits">${said}</span>`;
  }

  private helped() {
    const { hypothesis, wall } = worthWords();
    const { lived } = this;
    const grade = html` <em>${hypothesis}</em>`;
    if (!lived) return this.cell('helped', '–', wall.helpedLong, wall.helpedNone, grade);
    const tenth = Number.isFinite(lived.lowestTenth)
      ? html`<span>${wall.tenth(figure(lived.lowestTenth))}</span>`
      : nothing;
    const small = html`<span>${wall.helpedOf}</span> ${tenth}
      <span>${wall.lost(percent(lived.lost))}</span>`;
    return this.cell('helped', figure(lived.mean), wall.helpedLong, small, grade);
  }

  private priced(price: WallPrice) {
    const { hypothesis, wall } = worthWords();
    const now = price.samples.at(-1)?.price ?? 0;
    const others = othersOf(now, price.waiting);
    const small = html`<span>${wall.of[others]}</span> <em>${hypothesis}</em>`;
    const shown = worthWords().price.minutes(othersShown(now, price.about));
    return this.cell('price', others === 'free' ? '0' : shown, wall.priceLong, small);
  }

  override render() {
    return html`<section class="band" aria-label=${worthWords().wall.long}>
      ${this.reached()} ${this.helped()} ${this.price ? this.priced(this.price) : nothing}
    </section>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ct-lived': LivedElement;
  }
}
