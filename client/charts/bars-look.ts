import { css } from 'lit';

/** How the charts of bars are drawn; the same signs as the score. */
export const barsLook = css`
  .chart svg {
    display: block;
    overflow: visible;
  }

  .chart .bar {
    stroke: none;
  }

  .chart .within {
    fill: var(--ink);
  }

  .chart .late {
    fill: var(--rule);
  }

  .chart .lost {
    fill: none;
    stroke: var(--ink);
    stroke-width: 1;
  }

  .chart .offered {
    fill: none;
    stroke: var(--ink-soft);
    stroke-width: 1.2;
  }

  .chart .ground {
    stroke: var(--rule);
    stroke-width: 1;
    fill: none;
  }

  .chart .event {
    stroke: var(--ink-soft);
    stroke-width: 1.2;
    fill: none;
  }

  .chart .playhead {
    stroke: var(--ink);
    stroke-width: 1.5;
    fill: none;
  }

  .chart .hour {
    font-family: var(--serif);
    font-size: 15px;
    fill: var(--ink-soft);
  }

  .chart .dot {
    fill: none;
    stroke: var(--ink);
    stroke-width: 2;
  }

  .chart .dot.long {
    fill: var(--ink);
  }
`;
