import { css } from 'lit';

export const verdictStyles = css`
  small {
    font: italic 400 var(--t-16) / 1 var(--serif);
    color: var(--ink-faint);
  }

  figure {
    position: relative;
    height: 116px;
    overflow: hidden;
  }

  svg {
    display: block;
    width: 100%;
    height: 96px;
    overflow: visible;
  }

  path {
    fill: none;
    vector-effect: non-scaling-stroke;
  }

  .ground {
    stroke: var(--rule);
  }

  path.care {
    stroke: var(--care);
    stroke-width: 4;
  }

  path.hurry {
    stroke: var(--hurry);
    stroke-width: 4.5;
    stroke-linecap: round;
    stroke-dasharray: 0 6;
  }

  path.both {
    stroke: var(--ink-faint);
    stroke-width: 2;
  }

  figure :is(span, b) {
    position: absolute;
    bottom: 0;
    font: 400 var(--t-14) / 1.2 var(--serif);
    color: var(--ink-faint);
  }

  figure span {
    transform: translateX(-50%);
  }

  figure .end {
    right: 0;
  }

  .sides {
    display: grid;
    grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
    gap: var(--s-4) var(--s-12);
  }

  .sides > div {
    display: grid;
    align-content: start;
    gap: var(--s-1);
  }

  h3 {
    font: 400 var(--t-22) / var(--snug) var(--serif);
    color: var(--care-ink);
  }

  .hurry h3 {
    font-style: italic;
    color: var(--hurry-ink);
  }

  .big {
    font: 500 clamp(2rem, 4vw, var(--t-48)) / 1.05 var(--sans);
    letter-spacing: -0.03em;
  }

  p {
    max-width: 58ch;
    line-height: 1.4;
  }

  @media screen and (max-width: 760px) {
    .sides {
      grid-template-columns: minmax(0, 1fr);
    }

    figure span:nth-of-type(even) {
      display: none;
    }
  }

  @media print {
    section {
      break-inside: avoid;
    }
  }
`;
