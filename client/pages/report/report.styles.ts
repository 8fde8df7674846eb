import { css } from 'lit';

/** A report on a screen of any width, and on A4. */
export const reportStyles = css`
  :host {
    display: block;
  }

  main {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--s-6);
    max-width: var(--page);
    margin: 0 auto;
    padding: var(--s-8) var(--s-12) var(--s-16);
  }

  .kicker {
    color: var(--ink-soft);
  }

  .kicker b {
    font-weight: 500;
    color: var(--ink);
  }

  h1 {
    max-width: 34ch;
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

  dt {
    color: var(--ink-faint);
  }

  /* What a table is called is read without moving the table aside. */
  @media (max-width: 600px) {
    caption {
      display: block;
      max-width: calc(100vw - 2 * var(--s-4));
    }
  }

  @media (max-width: 900px) {
    main {
      padding: var(--s-5) var(--s-4) var(--s-12);
    }
  }

  @media print {
    main {
      display: block;
      max-width: none;
      padding: 0;
    }

    main > * {
      margin-bottom: var(--s-4);
    }

    h1 {
      font-size: var(--t-28);
      max-width: none;
    }

    .big {
      font-size: var(--t-48);
    }

    ct-report-other {
      display: none;
    }

    thead {
      display: table-header-group;
    }

    tr {
      break-inside: avoid;
    }
  }
`;
