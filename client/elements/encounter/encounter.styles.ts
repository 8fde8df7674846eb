import { css } from 'lit';

export const encounterStyles = css`
  :host {
    container: encounter / inline-size;
  }

  section {
    display: grid;
    align-content: start;
    gap: var(--s-4);
  }

  .status {
    display: flex;
    flex-wrap: wrap;
    gap: var(--s-1) var(--s-3);
    align-items: baseline;
    color: var(--ink-soft);
  }

  .now {
    font-weight: 500;
  }

  time {
    color: var(--ink-faint);
  }

  .again {
    font-weight: 600;
    color: var(--care-ink);
  }

  .level {
    font-weight: 600;
    color: var(--hurry-ink);
  }

  .spread {
    display: grid;
    gap: var(--s-6);
  }

  .words {
    display: grid;
    gap: var(--s-3);
    align-content: start;
  }

  ol {
    display: grid;
    gap: var(--s-2);
  }

  li {
    max-width: 52ch;
    font: 400 var(--t-18) / 1.3 var(--serif);
    color: var(--ink-faint);
    text-wrap: pretty;
  }

  li.me,
  li.known {
    font: 400 var(--t-14) / 1.35 var(--sans);
  }

  .after li {
    color: var(--ink-soft);
  }

  .said {
    max-width: 24ch;
    font: 400 clamp(1.625rem, 6.4cqi, 2.75rem) / 1.16 var(--serif);
    font-optical-sizing: auto;
    text-wrap: balance;
  }

  .said.long {
    max-width: 30ch;
    font-size: clamp(1.375rem, 5cqi, 2.125rem);
  }

  /* A card of an index: what is written on it, and what is still to come. */
  .sheet {
    display: grid;
    align-content: start;
    border-top: 2px solid var(--ink);
  }

  .sheet div {
    display: flex;
    justify-content: space-between;
    align-items: baseline;
    gap: var(--s-3);
    min-height: 34px;
    padding: var(--s-1) 0;
    border-bottom: var(--line) solid var(--hairline);
  }

  dt {
    font-size: var(--t-14);
    color: var(--ink-faint);
    white-space: nowrap;
  }

  dd {
    font: 500 var(--t-16) / 1.2 var(--sans);
    text-align: right;
  }

  :is(.state, .need) dd {
    font: italic 400 var(--t-18) / 1.2 var(--serif);
  }

  .unknown dd {
    font: 400 var(--t-18) / 1.2 var(--serif);
    color: var(--ink-faint);
  }

  .claim dt,
  .claim dd {
    font-weight: 600;
    color: var(--hurry-ink);
  }

  /* The pages are low: a window that is, or voices above. */
  @container pages (max-height: 639px) {
    section,
    .words {
      gap: var(--s-2);
    }

    .said {
      font-size: clamp(1.375rem, 4.4cqi, 2rem);
    }

    .said.long {
      font-size: clamp(1.375rem, 3.6cqi, 1.625rem);
    }

    .earlier li {
      font-size: var(--t-16);
    }

    .earlier li:nth-last-child(n + 3) {
      display: none;
    }
  }

  @container encounter (min-width: 620px) {
    .spread {
      grid-template-columns: minmax(0, 1fr) minmax(200px, 250px);
      gap: var(--s-8);
    }
  }

  @container encounter (max-width: 460px) {
    section,
    .words {
      gap: var(--s-2);
    }

    .spread {
      gap: var(--s-3);
    }

    .earlier li:not(:last-child) {
      display: none;
    }

    .sheet {
      grid-template-columns: 1fr 1fr;
      column-gap: var(--s-4);
    }

    .sheet div {
      flex-direction: column;
      gap: 0;
      padding: 3px 0;
    }

    dt {
      font-size: var(--t-12);
    }

    dd {
      text-align: left;
      font-size: var(--t-14);
    }

    :is(.state, .need) dd {
      font-size: var(--t-16);
    }
  }
`;
