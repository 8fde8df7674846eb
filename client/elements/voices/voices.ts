import { html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import '../estimates/estimates.ts';
import '../right-time/right-time.ts';
import { base } from '../../look/shared.ts';
import type { Estimate } from '../../state/estimates.ts';
import type { Weighed } from '../../state/weighing.ts';
import { duration, percent } from '../../text/figures.ts';
import { LanguageController } from '../../text/language.ts';
import { worthWords } from '../../text/worth.ts';
import { insistence, sizeOf, weightOf } from './insistence.ts';
import { lostShown, minutesShown, othersShown, resolvesShown, waitedShown } from './numbers.ts';
import { voicesStyles } from './voices.styles.ts';

type Voice = 'care' | 'hurry';

/** A fermata, which holds a note as long as one likes; an accent, which pushes on. */
const SIGNS: Record<Voice, string> = {
  care: 'M2,15A8,8.6 0 0 1 18,15M10,13.2v0.01',
  hurry: 'M3,5L17,10.5L3,16',
};

/**
 * The two voices of a centre in which the length of a call is a decision: each as heavy as what
 * the next minute is worth, to this caller and to the others. Either opens the figures behind both,
 * and tells `ct-figures` whether they are looked at.
 */
@customElement('ct-voices')
export class VoicesElement extends LitElement {
  private readonly language = new LanguageController(this);
  @property({ attribute: false }) weighed: Weighed | null = null;
  /** What other ways of counting say, while they are asked. */
  @property({ attribute: false }) estimate: Estimate | null = null;
  /** What the caller weighs later, left without an answer, is said too. */
  @property({ type: Boolean, reflect: true }) later = false;
  @state() private open = false;

  static override styles = [base, voicesStyles];

  private readonly toggle = () => {
    this.open = !this.open;
    this.dispatchEvent(new CustomEvent('ct-figures', { detail: this.open }));
  };

  /** What a voice says; where nobody waits there is no next one to speak of. */
  private says(voice: Voice): string {
    const { voices } = this.language.words;
    const others = this.weighed?.others;
    if (voice === 'care' || others === 'waiting' || others === 'slight') return voices[voice];
    return others === 'coming' ? voices.hurryComing : voices.hurryNobody;
  }

  /** A sentence. Care has nothing to open while nobody is on the line. */
  private voice(voice: Voice, value: number, leads: boolean) {
    const style = `font-variation-settings:'wght' ${weightOf(value)};font-size:${sizeOf(value)}em`;
    const text = html`<span class="sentence" style=${style}>${this.says(voice)}</span>`;
    const sign = html`<svg
        class="sign ${leads ? '' : 'still'}"
        viewBox="0 0 20 20"
        aria-hidden="true"
      >
        <path d=${SIGNS[voice]} /></svg
      >${leads ? html`<span class="sr-only"> (${worthWords().leads})</span>` : nothing}`;
    if (voice === 'care' && !this.weighed?.talking)
      return html`<p class="voice ${voice}">${text}${sign}</p>`;
    return html`<button
      class="voice ${voice}"
      aria-expanded=${this.open}
      aria-controls="figures"
      @click=${this.toggle}
    >
      ${text}
      <svg class="more" viewBox="0 0 12 12" aria-hidden="true"><path d="M2,4L6,8L10,4" /></svg>
      ${sign}
    </button>`;
  }

  private beam(voice: Voice, value: number) {
    const left = `${Math.round(100 * (1 - insistence(value)))}%`;
    return html`<div class="beam ${voice}" style="--rest:${left}" aria-hidden="true"></div>`;
  }

  private grade() {
    return html`<small>${worthWords().hypothesis}</small>`;
  }

  /** Why too short a call defeats itself, or why it does not; the instant is that of the strip. */
  private floor({ again, right, talking, voices }: Weighed) {
    const words = worthWords();
    const [share, least] = [percent(again.share), percent(again.least)];
    return html`<p class="floor ${talking && voices.belowFloor ? 'below' : ''}">
      ${
        right.fromMs === null
          ? words.noFloor(share, least)
          : words.floor(duration(right.fromMs), share)
      }
      ${this.grade()}
    </p>`;
  }

  /** The price: one sentence around one number. Its parts are in the figures. */
  private price({ others, talking, voices }: Weighed) {
    const words = worthWords();
    const said =
      others === 'free' || others === 'slight'
        ? words[others]
        : words.weighs[others](othersShown(voices.hurry, voices.about));
    const later = this.later && talking ? words.later(minutesShown(voices.later)) : '';
    const supposed = others !== 'free' || later !== '';
    return html`<p class="weighs">${said} ${later} ${supposed ? this.grade() : nothing}</p>`;
  }

  private ofCaller(weighed: Weighed) {
    const { talking, voices } = weighed;
    const words = worthWords();
    return html`<div class="numbers care">
      ${
        talking
          ? html`<h2>${words.caller}</h2>
              <p class="number">${resolvesShown(voices)} ${this.grade()}</p>
              <p class="label">${words.ofCaller(minutesShown(voices.care))}</p>`
          : nothing
      }
      ${this.floor(weighed)}
    </div>`;
  }

  private ofOthers(weighed: Weighed) {
    const { others, voices } = weighed;
    const words = worthWords();
    return html`<div class="numbers hurry">
      <h2>${words.others}</h2>
      <h3>${words.table}</h3>
      ${others === 'waiting' ? nothing : html`<p class="number">${words[others]}</p>`}
      ${
        others === 'free'
          ? nothing
          : html`<p class="number">${waitedShown(voices)} ${this.grade()}</p>
              <p class="number">${lostShown(voices)} ${this.grade()}</p>
              <p class="label">${words.ofOthers(othersShown(voices.hurry, voices.about))}</p>`
      }
    </div>`;
  }

  override render() {
    const { open, weighed } = this;
    if (!weighed) return nothing;
    const { crossed, talking, voices } = weighed;
    const care = talking ? voices.care : 0;
    const { hurry } = voices;
    return html`<section class="spread" aria-label=${worthWords().panel}>
      <div class="side care">
        ${this.voice('care', care, talking && !crossed)} ${this.beam('care', care)}
      </div>
      <div class="side hurry">
        ${this.voice('hurry', hurry, crossed)} ${this.beam('hurry', hurry)}
      </div>
      ${this.price(weighed)}
      <ct-right-time .time=${weighed.right} .talking=${talking}></ct-right-time>
      <div id="figures" class="figures" ?hidden=${!open}>
        ${open ? html`${this.ofCaller(weighed)} ${this.ofOthers(weighed)}` : nothing}
        ${
          open && talking
            ? html`<ct-estimates
                .estimate=${this.estimate}
                .price=${hurry}
              ></ct-estimates>`
            : nothing
        }
      </div>
    </section>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ct-voices': VoicesElement;
  }
}
