import { css } from 'lit';

/** What the screens of the lab share: one question, one big number, then what proves it. */
export const screens = css`
  :host {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--s-6);
    align-content: start;
  }

  h1 {
    font: 400 clamp(1.75rem, 3.4vw, var(--t-48)) / 1.12 var(--serif);
    letter-spacing: -0.012em;
    text-wrap: balance;
  }

  h2 {
    font: 500 var(--t-22) / 1.25 var(--serif);
    text-wrap: balance;
  }

  section {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--s-3);
    align-content: start;
  }

  .kicker {
    color: var(--ink-soft);
  }

  .kicker b {
    font-weight: 500;
    color: var(--ink);
  }

  .choices dl {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 20rem), 1fr));
    gap: var(--s-3) var(--s-8);
    font-size: var(--t-14);
    line-height: var(--snug);
  }

  .choices div {
    padding-top: var(--s-2);
    border-top: var(--line) solid var(--hairline);
    break-inside: avoid;
  }

  .choices dt {
    color: var(--ink-faint);
  }

  .big {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: var(--s-1) var(--s-4);
    font: 400 clamp(4rem, 12vw, 8rem) / 0.95 var(--serif);
    letter-spacing: -0.03em;
    font-feature-settings: var(--figures);
  }

  .big small {
    font: 400 var(--t-18) / 1.3 var(--sans);
    letter-spacing: 0;
    color: var(--ink-soft);
  }

  .notes {
    display: grid;
    gap: var(--s-2);
    max-width: var(--measure);
    font-size: var(--t-14);
    line-height: 1.45;
    color: var(--ink-soft);
  }

  /* What lies beyond an edge throws a shadow on it, until one has moved there. */
  .scroll {
    --beyond: color-mix(in srgb, var(--ink) 26%, transparent);
    overflow-x: auto;
    background:
      linear-gradient(to right, var(--paper) 40%, transparent) left / 48px 100% no-repeat local,
      linear-gradient(to left, var(--paper) 40%, transparent) right / 48px 100% no-repeat local,
      linear-gradient(to right, var(--beyond), transparent) left / 14px 100% no-repeat scroll,
      linear-gradient(to left, var(--beyond), transparent) right / 14px 100% no-repeat scroll;
  }

  summary {
    width: fit-content;
    min-height: var(--touch);
    align-content: center;
    color: var(--ink-soft);
    cursor: pointer;
  }

  table {
    border-collapse: collapse;
    font-size: var(--t-14);
    font-feature-settings: var(--figures);
  }

  .told {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--s-2);
  }

  .told > p {
    max-width: var(--measure);
    font-size: var(--t-14);
    line-height: 1.45;
    text-wrap: pretty;
  }

  .told .title {
    color: var(--ink-soft);
  }

  th,
  td {
    padding: var(--s-1) var(--s-4) var(--s-1) 0;
    border-bottom: var(--line) solid var(--hairline);
    text-align: right;
    white-space: nowrap;
    font-weight: 400;
  }

  thead th {
    color: var(--ink-faint);
    vertical-align: bottom;
  }

  th:first-child,
  td:first-child {
    text-align: left;
  }

  .aim {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--s-2) var(--s-3);
    font-size: var(--t-18);
  }

  select,
  .aim input {
    min-height: var(--touch);
    padding: 0 var(--s-2);
    border: 0;
    border-bottom: var(--line) solid var(--ink-soft);
    border-radius: 0;
    background: transparent;
    color: var(--ink);
    font: 500 var(--t-18) / 1.2 var(--sans);
    font-feature-settings: var(--figures);
  }

  .aim input {
    width: 4.5rem;
    text-align: right;
  }

  option {
    background: var(--sheet);
    color: var(--ink);
  }

  .progress {
    display: grid;
    gap: var(--s-2);
  }

  progress {
    appearance: none;
    width: 100%;
    height: 6px;
    border: 0;
    background: var(--hairline);
    color: var(--ink);
  }

  progress::-webkit-progress-bar {
    background: var(--hairline);
  }

  progress::-webkit-progress-value {
    background: var(--ink);
  }

  progress::-moz-progress-bar {
    background: var(--ink);
  }

  .row {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--s-3) var(--s-5);
  }

  /* Names give way first, so that figures stay in sight. */
  @media (max-width: 640px) {
    .told tbody th {
      white-space: normal;
    }
  }

  @media print {
    .scroll {
      overflow: visible;
      background: none;
    }

    .row,
    .progress,
    .on-screen {
      display: none;
    }

    h1 {
      font-size: var(--t-28);
    }

    .big {
      font-size: var(--t-48);
    }

    thead {
      display: table-header-group;
    }

    /* Paper does not scroll: names and heads give way, so that figures stay on the sheet. */
    tbody th,
    thead th {
      white-space: normal;
    }

    tr {
      break-inside: avoid;
    }
  }

  /* A small sheet: what does not fit on a line goes on below, its margin of error first. */
  @media print and (max-width: 480px) {
    table {
      font-size: var(--t-12);
    }

    th,
    td {
      padding-right: var(--s-2);
      white-space: normal;
    }
  }
`;
