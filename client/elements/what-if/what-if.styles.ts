import { css } from 'lit';

export const whatIfStyles = css`
  .asking {
    margin-bottom: var(--s-8);
  }

  table {
    width: 100%;
    border-collapse: collapse;
  }

  .headline {
    max-width: 58ch;
    margin-bottom: var(--s-3);
    font: 400 var(--t-18) / 1.4 var(--sans);
  }

  small {
    display: block;
    font-size: var(--t-14);
    color: var(--ink-faint);
    white-space: nowrap;
  }

  .grade {
    font: italic 400 var(--t-14) / 1.2 var(--serif);
  }

  th,
  td {
    padding: var(--s-3) 0 var(--s-3) var(--s-6);
    border-top: var(--line) solid var(--hairline);
    text-align: right;
    vertical-align: top;
  }

  thead th {
    padding-top: 0;
    border-top: 0;
    font: 400 var(--t-14) / var(--snug) var(--sans);
    color: var(--ink-soft);
  }

  th:first-child {
    width: 44%;
    padding-left: 0;
    text-align: left;
  }

  tbody th {
    font: 400 var(--t-18) / var(--snug) var(--sans);
  }

  .care th {
    color: var(--care-ink);
  }

  .hurry th {
    color: var(--hurry-ink);
  }

  td {
    font: 400 var(--t-18) / var(--snug) var(--sans);
    font-feature-settings: var(--figures);
  }

  td strong {
    font-weight: 700;
  }

  svg {
    display: block;
    width: 100%;
    height: 10px;
    margin-top: var(--s-1);
    overflow: visible;
  }

  path {
    fill: none;
    stroke: var(--mark);
    stroke-width: 3;
    vector-effect: non-scaling-stroke;
  }

  .care path {
    stroke: var(--care);
    stroke-width: 5;
  }

  .hurry path {
    stroke: var(--hurry);
    stroke-width: 5;
    stroke-linecap: round;
    stroke-dasharray: 0 8;
  }

  .label {
    max-width: 76ch;
  }

  /* Narrow: the way is a line of its own, with its bar; its figures stand under it. */
  @media screen and (max-width: 760px) {
    tr {
      display: grid;
      grid-template-columns: repeat(4, minmax(0, 1fr));
      column-gap: var(--s-2);
      align-items: end;
    }

    th,
    td,
    th:first-child {
      width: auto;
      padding-left: 0;
      text-align: left;
    }

    th:first-child {
      grid-column: 1 / -1;
      padding-bottom: 0;
    }

    td {
      padding-top: var(--s-1);
      border-top: 0;
    }

    thead tr {
      align-items: start;
    }

    thead th {
      padding-bottom: var(--s-1);
      overflow-wrap: break-word;
      hyphens: auto;
    }

    thead :is(th, small, .grade) {
      font-size: var(--t-12);
      white-space: normal;
    }
  }

  @media print {
    th:first-child {
      width: 36%;
    }

    section {
      break-inside: avoid;
    }
  }
`;
