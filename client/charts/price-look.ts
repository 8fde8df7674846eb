import { css } from 'lit';

/** How the price of time is drawn: steps on a tint cost the others, a heavy curve is the caller. */
export const priceLook = css`
  .chart svg {
    display: block;
    overflow: hidden;
  }

  .chart path {
    fill: none;
  }

  .chart .rule {
    stroke: var(--hairline);
    stroke-width: 1;
  }

  .chart .ground {
    stroke: var(--rule);
  }

  .chart .tint {
    fill: var(--hurry-wash);
  }

  .chart .price {
    stroke: var(--hurry);
    stroke-width: 1.5;
  }

  .chart .worth {
    stroke: var(--care);
    stroke-width: 3;
    stroke-linecap: round;
  }

  .chart .later {
    stroke: var(--care);
    stroke-width: 3;
    stroke-linecap: round;
    stroke-dasharray: 0 6;
  }

  .chart .playhead {
    stroke: var(--ink);
    stroke-width: 1.5;
  }

  .chart .unit {
    font-family: var(--sans);
    font-size: 12px;
    font-feature-settings: 'tnum' 1;
    fill: var(--ink-soft);
    /* A letter stays legible on the tint and on the curves. */
    paint-order: stroke;
    stroke: var(--paper);
    stroke-width: 3px;
    stroke-linejoin: round;
  }
`;
