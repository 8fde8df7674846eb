import { html, LitElement, nothing, svg } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Concluded } from '../../../models/doors/live.ts';
import type { PublicView } from '../../../models/doors/scenario.ts';
import { chapter } from '../../look/chapter.ts';
import { base } from '../../look/shared.ts';
import { clockTime, duration, figure, minutesAndSeconds } from '../../text/figures.ts';
import { LanguageController } from '../../text/language.ts';
import { verdictWords } from '../../text/verdict.ts';
import { minutesShown } from '../voices/numbers.ts';
import { verdictStyles } from './verdict.styles.ts';

const HOUR_MS = 3_600_000;
/** The middle of the strip, and how far a call rises or falls from it. */
const MIDDLE = 48;
const LEAST = 6;
const MOST = 45;

type Voice = 'care' | 'hurry';

/** What a call concluded beside its moment was worth, waiting minutes. */
const worthOf = (one: Concluded): number => (one.right === 'hurry' ? one.over : one.missed);
const sum = (calls: readonly Concluded[], of: (one: Concluded) => number): number =>
  calls.reduce((all, one) => all + of(one), 0);

/**
 * Which of the two voices had been right about the calls of a desk, when, and what it cost: as both
 * weighed when a person concluded there.
 */
@customElement('ct-verdict')
export class Verdict extends LitElement {
  protected readonly language = new LanguageController(this);
  @property({ attribute: false }) calls: readonly Concluded[] = [];
  @property({ attribute: false }) publicView: PublicView | null = null;
  /** Calls its person concluded at the desk, unseen by this screen too. */
  @property({ type: Number }) concluded = 0;

  static override styles = [base, chapter, verdictStyles];

  private hour(at: number): string {
    return clockTime((this.publicView?.opensAtMs ?? 0) + at);
  }

  private side(voice: Voice) {
    const words = verdictWords();
    const { calls, name, none, right } = { ...words[voice], calls: this.of(voice) };
    const n = calls.length;
    const worst = [...calls].sort((a, b) => worthOf(b) - worthOf(a))[0];
    if (!worst)
      return html`<div class=${voice}>
        <h3>${name}</h3>
        <p>${none}</p>
      </div>`;
    const below = calls.filter((one) => one.below).length;
    const all = minutesShown(sum(calls, worthOf));
    const late = minutesAndSeconds(sum(calls, ({ lateMs }) => lateMs));
    return html`<div class=${voice}>
      <h3>${name}</h3>
      <p class="big">${figure(n)}</p>
      <p>${right(n)}</p>
      <p>${voice === 'care' ? words.missed(all) : words.over(late, all)}</p>
      ${below > 0 && voice === 'care' ? html`<p>${words.below(below)}</p>` : nothing}
      <p class="label">
        ${words.worst(this.hour(worst.at), duration(worst.talkedMs), minutesShown(worthOf(worst)))}
      </p>
    </div>`;
  }

  private of(right: Concluded['right']): Concluded[] {
    return this.calls.filter((one) => one.right === right);
  }

  /** The calls of the day on its hours: over the line those cut short, under it those drawn out. */
  private strip({ lengthMs, opensAtMs }: PublicView) {
    const dearest = Math.max(...this.calls.map(worthOf), 1);
    const last = Math.max(lengthMs, ...this.calls.map(({ at }) => at));
    const x = (at: number) => ((1_000 * at) / last).toFixed(1);
    const tall = (one: Concluded) => LEAST + ((MOST - LEAST) * worthOf(one)) / dearest;
    const ends = (one: Concluded): [number, number] => {
      if (one.right === 'both') return [MIDDLE - 3, MIDDLE + 3];
      return [MIDDLE, MIDDLE + (one.right === 'care' ? -tall(one) : tall(one))];
    };
    const near = last / 12;
    const hours: number[] = [];
    for (let t = Math.ceil(opensAtMs / HOUR_MS) * HOUR_MS; t < opensAtMs + last; t += HOUR_MS)
      if (t - opensAtMs > near && opensAtMs + last - t > near) hours.push(t - opensAtMs);
    return html`<figure aria-hidden="true">
      <svg viewBox="0 0 1000 96" preserveAspectRatio="none">
        <path class="ground" d="M0,${MIDDLE}H1000" />
        ${this.calls.map((one) => {
          const [from, to] = ends(one);
          return svg`<path class=${one.right} d="M${x(one.at)},${from}V${to.toFixed(1)}" />`;
        })}
      </svg>
      <b>${this.hour(0)}</b><b class="end">${this.hour(last)}</b>
      ${hours.map((at) => html`<span style="left:${Number(x(at)) / 10}%">${this.hour(at)}</span>`)}
    </figure>`;
  }

  override render() {
    const { calls, concluded, publicView } = this;
    if (calls.length === 0 || !publicView) return nothing;
    const words = verdictWords();
    const both = this.of('both').length;
    return html`<section aria-label=${words.title}>
      <h2>${words.title} <small>${words.hypothesis}</small></h2>
      <p class="label">
        ${words.seen(calls.length, Math.max(concluded, calls.length))} ${words.unit}
      </p>
      ${this.strip(publicView)}
      <div class="sides">${this.side('care')} ${this.side('hurry')}</div>
      ${both > 0 ? html`<p>${words.both(both)}</p>` : nothing}
    </section>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ct-verdict': Verdict;
  }
}
