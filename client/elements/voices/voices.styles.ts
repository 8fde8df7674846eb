import { css } from 'lit';

export const voicesStyles = css`
  :host {
    --pad: var(--voices-pad, var(--s-12));
    /* Both beams are drawn to one scale: as long as the narrower page. */
    --span: calc((100vw - 2 * var(--s-12)) * 5 / 12);
  }

  .spread,
  .figures {
    display: grid;
    grid-template-columns: minmax(0, 7fr) minmax(0, 5fr);
  }

  .side {
    display: grid;
    grid-template-rows: 1fr auto;
    padding-top: var(--s-6);
  }

  @container pages (max-height: 479px) {
    .side {
      padding-top: var(--s-3);
    }
  }

  .side.hurry,
  .numbers.hurry {
    border-left: var(--line) solid var(--hairline);
  }

  .voice {
    display: flex;
    align-items: center;
    width: 100%;
    /* The sentence may grow without moving anything. */
    height: 3.125rem;
    padding: 0;
    border: 0;
    background: none;
    font: 400 clamp(1.125rem, 2.2vw, 2.125rem) / 1.15 var(--serif);
    font-optical-sizing: auto;
    text-align: left;
    white-space: nowrap;
  }

  button.voice {
    cursor: pointer;
  }

  .voice.care {
    color: var(--care-ink);
  }

  .voice.hurry {
    padding-left: var(--pad);
    font-style: italic;
    color: var(--hurry-ink);
  }

  .sentence {
    transition:
      font-variation-settings var(--calm) var(--ease),
      font-size var(--calm) var(--ease);
  }

  .voice:hover .sentence {
    text-decoration: underline;
    text-decoration-thickness: 1px;
    text-underline-offset: 0.22em;
  }

  p.voice:hover .sentence {
    text-decoration: none;
  }

  svg {
    flex: none;
    fill: none;
    stroke: currentColor;
    stroke-linecap: round;
    overflow: visible;
  }

  .sign {
    width: 0.72em;
    height: 0.72em;
    margin-left: 0.45em;
    stroke-width: 2.6;
    transition: opacity var(--calm) var(--ease);
  }

  .sign.still {
    opacity: 0;
  }

  .more {
    width: 12px;
    height: 12px;
    margin-left: 0.5em;
    stroke-width: 1.4;
    color: var(--ink-faint);
  }

  [aria-expanded='true'] .more {
    transform: rotate(180deg);
  }

  /* What each weighs: a held line for care, staccato points for hurry, out from the fold. */
  .beam {
    width: var(--span);
    height: 8px;
    pointer-events: none;
    transition: clip-path var(--calm) var(--ease);
  }

  .beam.care {
    justify-self: end;
    height: 5px;
    margin-block: 1.5px;
    background: var(--care);
    clip-path: inset(0 0 0 var(--rest));
  }

  .beam.hurry {
    border-top: 8px dotted var(--hurry);
    clip-path: inset(0 var(--rest) 0 0);
  }

  .figures,
  ct-right-time {
    grid-column: 1 / -1;
  }

  .numbers {
    display: grid;
    align-content: start;
    gap: var(--s-2);
    padding: var(--s-5) var(--pad) 0 0;
    max-width: 46rem;
  }

  .numbers.hurry {
    padding: var(--s-5) 0 0 var(--pad);
  }

  ct-estimates {
    grid-column: 1 / -1;
    margin-top: var(--s-4);
  }

  h2 {
    font: 500 var(--t-14) / var(--snug) var(--sans);
    color: var(--ink-soft);
  }

  h3 {
    margin-top: var(--s-1);
    font: 500 var(--t-14) / var(--snug) var(--sans);
    color: var(--ink-soft);
  }

  /* Right under both voices, alone: no clock stands beside it. */
  .weighs {
    grid-column: 2;
    /* A second line moves nothing below. */
    min-height: calc(2 * 1.3 * var(--t-18) + var(--s-2));
    padding: var(--s-2) 0 0 var(--pad);
    font: 500 var(--t-18) / 1.3 var(--sans);
    color: var(--hurry-ink);
  }

  :host([later]) .weighs {
    min-height: calc(3 * 1.3 * var(--t-18) + var(--s-2));
  }

  .weighs small {
    line-height: 0;
  }

  .number {
    font: 500 var(--t-18) / 1.3 var(--sans);
  }

  small {
    font: italic 400 var(--t-14) / 1 var(--serif);
    color: var(--ink-faint);
    white-space: nowrap;
  }

  .floor {
    max-width: 62ch;
    font-size: var(--t-14);
    line-height: var(--snug);
    color: var(--ink-faint);
  }

  .floor.below {
    font-size: var(--t-16);
    font-weight: 600;
    color: var(--ink);
  }

  @media (max-width: 760px) {
    :host {
      --pad: 0px;
      --span: 100%;
    }

    .spread,
    .figures {
      grid-template-columns: minmax(0, 1fr);
    }

    .side {
      padding-top: 0;
    }

    .side.hurry,
    .numbers.hurry {
      border-left: 0;
    }

    .voice {
      height: 44px;
      font-size: 1.1875rem;
    }

    .beam {
      height: 6px;
      margin-top: -8px;
    }

    .beam.care {
      justify-self: start;
      height: 4px;
      margin-block: -7px 1px;
      clip-path: inset(0 var(--rest) 0 0);
    }

    .beam.hurry {
      border-top-width: 6px;
    }

    .numbers,
    .numbers.hurry {
      gap: var(--s-1);
      padding: var(--s-3) 0 0;
    }

    .number {
      font-size: var(--t-16);
    }

    :host([later]) .weighs {
      min-height: calc(3 * 1.25 * var(--t-14) + var(--s-1));
    }

    .weighs {
      min-height: calc(2 * 1.25 * var(--t-14) + var(--s-1));
      grid-column: 1 / -1;
      padding: var(--s-1) 0 0;
      font-size: var(--t-14);
      line-height: 1.25;
    }
  }

  @media (max-width: 340px) {
    .voice {
      font-size: 1rem;
    }
  }
`;
