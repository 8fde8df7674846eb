import { css } from 'lit';
import { barsLook } from './bars-look.ts';

/** How a share is drawn: a bar, and the notch of the worst-served. */
export const shareLook = css`
  ${barsLook}

  .chart .worst {
    fill: var(--ink);
    stroke: var(--paper);
    stroke-width: 1.5;
  }
`;
