import { css } from 'lit';

/** Sizes follow the height of the screen, as those of the sheet it stands on. */
export const livedStyles = css`
  :host {
    --of: max(4.2vmin, calc(var(--big, 4rem) * 0.7));
  }

  .band {
    display: grid;
    grid-template-columns: minmax(0, 1fr) minmax(0, 1fr) minmax(0, var(--side, 22vw));
    gap: 0 var(--between, 3vw);
  }

  .band > div {
    display: grid;
    grid-template: auto auto auto / minmax(calc(var(--of) * 2.35), max-content) minmax(0, 1fr);
    gap: calc(0.4 * var(--vh, 1vh)) max(8px, 1vw);
    align-content: start;
  }

  .big {
    grid-row: 1 / 3;
    font: 500 var(--of) / 1 var(--sans);
    letter-spacing: -0.035em;
    white-space: nowrap;
  }

  .name {
    font: 500 var(--small, 1rem) / 1.1 var(--sans);
    white-space: nowrap;
  }

  .room {
    position: relative;
    height: max(26px, calc(var(--of) * 0.46));
    overflow: hidden;
  }

  /* What is drawn never holds its room open. */
  .room svg {
    position: absolute;
    inset: 0;
  }

  .small {
    grid-column: 1 / -1;
    font-size: calc(var(--small, 1rem) * 0.86);
    line-height: 1.2;
    color: var(--ink-soft);
  }

  .small span + span::before {
    content: ' · ';
    color: var(--ink-faint);
  }

  em {
    margin-left: 0.35em;
    font: italic 400 calc(var(--small, 1rem) * 0.86) / 1 var(--serif);
    color: var(--ink-faint);
  }

  .price .big {
    font-size: calc(var(--of) * 0.72);
    line-height: calc(1 / 0.72);
    font-weight: 400;
    color: var(--hurry-ink);
  }

  .price .name {
    font-weight: 400;
    color: var(--ink-soft);
  }

  .chart .rule {
    stroke: none;
  }

  .chart .ground {
    stroke: var(--rule);
    fill: none;
  }

  .chart .playhead {
    stroke: none;
  }

  @media screen and (max-width: 1000px) {
    .band {
      grid-template-columns: repeat(2, minmax(0, 1fr));
      gap: var(--s-3) 4vw;
    }
  }

  @media screen and (max-width: 700px) {
    .band {
      grid-template-columns: minmax(0, 1fr);
    }
  }
`;
