import '@awesome.me/webawesome/dist/components/slider/slider.js';
import type WaSlider from '@awesome.me/webawesome/dist/components/slider/slider.js';
import { css, html, LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { base } from '../../look/shared.ts';
import { figure, speedShown as shown } from '../../text/figures.ts';
import { LanguageController } from '../../text/language.ts';
import { placeOf, speedAt, speedsTo } from './speeds.ts';

/** The call by which a speed is made felt, seconds. */
const CALL_S = 180;

/** How fast the day goes by. Tells `ct-speed` with the speed, once it is let go. */
@customElement('ct-speed-slider')
export class SpeedSlider extends LitElement {
  private readonly language = new LanguageController(this);
  @property({ type: Number }) speed = 1;
  /** The fastest that is offered. */
  @property({ type: Number }) most = Number.POSITIVE_INFINITY;

  static override styles = [
    base,
    css`
      wa-slider {
        --track-size: 1px;
        --thumb-width: 18px;
        --thumb-height: 18px;
        --marker-width: 1px;
        --marker-height: 9px;
      }

      wa-slider::part(slider) {
        min-height: var(--touch);
        display: flex;
        align-items: center;
      }

      wa-slider::part(track) {
        background: var(--mark);
        width: 100%;
        overflow: visible;
      }

      wa-slider::part(marker) {
        background: var(--mark);
        border-radius: 0;
      }

      wa-slider::part(thumb) {
        background: var(--ink);
        border: 0;
      }

      wa-slider::part(label) {
        font-size: var(--t-14);
        color: var(--ink-soft);
      }

      .row {
        display: grid;
        grid-template-columns: 1fr auto;
        align-items: end;
        column-gap: var(--s-4);
      }

      .label {
        grid-column: 1 / -1;
      }

      output {
        min-width: 3ch;
        padding-bottom: 11px;
        text-align: right;
        font: 500 var(--t-18) / 1.2 var(--sans);
      }
    `,
  ];

  private moved(event: Event, done: boolean): void {
    const { value } = event.target as WaSlider;
    this.speed = speedAt(value, speedsTo(this.most));
    if (!done) return;
    this.dispatchEvent(
      new CustomEvent('ct-speed', { detail: this.speed, bubbles: true, composed: true }),
    );
  }

  override render() {
    const { clock } = this.language.words;
    const speeds = speedsTo(this.most);
    return html`<div class="row">
      <wa-slider
        label=${clock.speed}
        min="0"
        max=${speeds.length - 1}
        step="1"
        with-markers
        .value=${placeOf(this.speed, speeds)}
        .valueFormatter=${(place: number) => clock.speedValue(figure(speedAt(place, speeds)))}
        @input=${(event: Event) => this.moved(event, false)}
        @change=${(event: Event) => this.moved(event, true)}
      ></wa-slider>
      <output aria-hidden="true">${shown(this.speed)}</output>
      <p class="label">${clock.speedHint(figure(Math.round(CALL_S / this.speed)))}</p>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ct-speed-slider': SpeedSlider;
  }
}
