import { css } from 'lit';

export const personStyles = css`
  section {
    display: grid;
    align-content: start;
    gap: var(--s-3);
  }

  .voice {
    font: 400 clamp(1.25rem, 2.4vw, var(--t-36)) / 1.15 var(--serif);
    font-optical-sizing: auto;
    color: var(--care-ink);
    transition: font-variation-settings var(--calm) var(--ease);
    margin-bottom: var(--s-4);
  }

  .status {
    font-weight: 500;
    color: var(--ink-soft);
  }

  .status.strong {
    font-weight: 700;
    color: var(--ink);
  }

  .time {
    display: flex;
    align-items: baseline;
    gap: var(--s-3);
    flex-wrap: wrap;
  }

  .big {
    font: 500 clamp(3.5rem, 8.5vw, 7.5rem) / 0.95 var(--sans);
    letter-spacing: -0.035em;
    margin-left: -0.035em;
  }

  .said {
    max-width: 24ch;
    font: 400 clamp(1.375rem, 3.2vw, 2.75rem) / 1.16 var(--serif);
    font-optical-sizing: auto;
    text-wrap: balance;
    margin-top: var(--s-3);
  }

  /* A window that is low, or holds a clock as well. */
  @container pages (max-height: 639px) {
    .big {
      font-size: clamp(3.5rem, 6.5vw, 6rem);
    }

    .said {
      max-width: 30ch;
      font-size: clamp(1.375rem, 2.6vw, 2.25rem);
    }
  }

  @container pages (max-height: 579px) {
    section {
      gap: var(--s-2);
    }

    .big {
      font-size: 4rem;
    }

    .said {
      max-width: 36ch;
      margin-top: var(--s-1);
      font-size: 1.625rem;
    }
  }

  @container pages (max-height: 479px) {
    .big {
      font-size: 3rem;
    }

    .said {
      font-size: 1.375rem;
    }
  }

  .parted {
    max-width: 34ch;
    font: 400 clamp(1.125rem, 2vw, var(--t-28)) / 1.3 var(--serif);
    text-wrap: pretty;
  }

  .calm {
    max-width: 34ch;
    font: 400 clamp(1.125rem, 2vw, var(--t-28)) / 1.3 var(--serif);
    color: var(--ink-soft);
    text-wrap: pretty;
  }

  .about {
    color: var(--ink-soft);
    line-height: 1.45;
  }

  .about span + span::before {
    content: ' · ';
    color: var(--ink-faint);
  }

  .type {
    font-weight: 500;
    color: var(--ink);
  }

  .level {
    font-weight: 600;
    color: var(--hurry-ink);
  }

  .again {
    font-weight: 600;
    color: var(--care-ink);
  }

  .ring {
    height: 6px;
    margin-top: var(--s-3);
    border: var(--line) solid var(--mark);
  }

  .ring i {
    display: block;
    height: 100%;
    background: var(--ink);
    transform-origin: left;
  }

  /* A diminuendo, and how far it has come. */
  .leave {
    display: flex;
    align-items: center;
    gap: var(--s-4);
    max-width: 34rem;
  }

  .leave svg {
    flex: 1;
    height: 16px;
    min-width: 6rem;
    overflow: visible;
  }

  .leave path {
    fill: none;
    stroke: var(--mark);
    stroke-width: 1.2;
    vector-effect: non-scaling-stroke;
  }

  .leave .at {
    stroke: var(--ink);
    stroke-width: 2;
  }

  .leave .label {
    white-space: nowrap;
  }

  /* In a few words: who it is has been read. */
  :host([compact]) section {
    grid-template-columns: auto minmax(0, 1fr);
    align-items: baseline;
    gap: 0 var(--s-3);
  }

  :host([compact]) .big {
    font-size: var(--t-36);
    line-height: 1;
  }

  :host([compact]) .label {
    display: none;
  }

  :host([compact]) :is(.said, .about) {
    grid-column: 1 / -1;
  }

  @media (max-width: 1199px), (max-height: 999px) {
    :host([compact]) :is(.said, .about) {
      display: none;
    }
  }

  @media (max-width: 760px) {
    :host([compact]) .big {
      font-size: var(--t-28);
    }

    section {
      gap: var(--s-1);
    }

    .voice {
      margin-bottom: var(--s-2);
    }

    .said {
      margin-top: var(--s-2);
    }
  }
`;
