import { html, svg } from 'lit';

/** A share with its interval, as a length: a thin line from low to high, a mark where it is. */
export const shareBar = (value: number | null, low: number, high: number) =>
  html`<svg class="bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
    <path class="ground" d="M0,4H100" />
    <path class="range" d="M${(100 * low).toFixed(1)},4H${(100 * high).toFixed(1)}" />
    ${value === null ? '' : svg`<path class="value" d="M${(100 * value).toFixed(1)},0V8" />`}
  </svg>`;
