import { css } from 'lit';

/** The form: a name, what one writes, what it means; one column on a phone, two beyond. */
export const labFormStyles = css`
  :host {
    font-feature-settings: var(--figures);
  }

  .top {
    display: grid;
    gap: var(--s-3);
    margin-bottom: var(--s-6);
  }

  .bar,
  .ways,
  .deeds {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--s-2);
  }

  .changes li {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--s-1) var(--s-4);
    padding: var(--s-2) 0;
    border-top: var(--line) solid var(--hairline);
    font-size: var(--t-14);
    overflow-wrap: anywhere;
  }

  .changes strong {
    font-weight: 500;
  }

  .changes .small {
    margin-left: auto;
  }

  section {
    border-top: var(--line) solid var(--rule);
  }

  h2,
  h3 {
    font: inherit;
  }

  .fold {
    position: relative;
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0 var(--s-4);
    width: 100%;
    min-height: 52px;
    padding: var(--s-3) 0 var(--s-3) var(--s-6);
    border: 0;
    background: none;
    text-align: left;
    cursor: pointer;
  }

  h2 .fold {
    font: 500 var(--t-22) / 1.2 var(--serif);
  }

  .fold::before {
    content: '+';
    content: '+' / '';
    position: absolute;
    top: var(--s-3);
    left: 0;
    width: 1ch;
    font: 400 var(--t-16) / 1.3 var(--sans);
    color: var(--ink-faint);
  }

  h2 .fold::before {
    line-height: 1.65;
  }

  .fold[aria-expanded='true']::before {
    content: '–';
    content: '–' / '';
  }

  .gist {
    font-size: var(--t-14);
    color: var(--ink-faint);
  }

  h3.of {
    margin-top: var(--s-3);
    font-size: var(--t-14);
    color: var(--ink-faint);
  }

  section > .inside {
    padding-bottom: var(--s-8);
  }

  .item ~ .small {
    margin-top: var(--s-2);
  }

  .item {
    border-top: var(--line) solid var(--hairline);
  }

  .item > .inside {
    padding: 0 0 var(--s-5) var(--s-5);
    border-left: 2px solid var(--hairline);
  }

  .field {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--s-1);
    padding: var(--s-3) 0;
  }

  .field > label,
  .field > legend,
  .part > legend {
    padding: 0;
    font-weight: 500;
    line-height: var(--snug);
  }

  /* A legend stands on the edge of its fieldset: room above it is a margin, not a padding. */
  .part {
    margin-top: var(--s-6);
    padding-bottom: var(--s-2);
  }

  .part > legend {
    font: 500 var(--t-18) / 1.3 var(--serif);
  }

  .control {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--s-2) var(--s-3);
  }

  .check {
    display: inline-flex;
    align-items: center;
    gap: var(--s-2);
    min-height: 36px;
  }

  .unit {
    font-size: var(--t-14);
    color: var(--ink-soft);
  }

  .help {
    max-width: var(--measure);
    font-size: var(--t-14);
    line-height: 1.4;
    color: var(--ink-faint);
  }

  .help code {
    font: 400 var(--t-12) / 1 var(--sans);
    color: var(--ink-faint);
  }

  .usual {
    font-style: italic;
  }

  .grade {
    margin-left: var(--s-1);
    font: italic 400 var(--t-14) / 1.2 var(--serif);
    color: var(--ink-faint);
  }

  .fault {
    max-width: var(--measure);
    font-size: var(--t-14);
    line-height: 1.4;
    color: var(--alarm-ink);
  }

  .tongues {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    align-items: center;
    gap: var(--s-1) var(--s-3);
  }

  .tongue,
  .when,
  .named label {
    font-size: var(--t-12);
    line-height: 1.3;
    color: var(--ink-faint);
  }

  .cells {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(4.25rem, 1fr));
    gap: var(--s-1);
  }

  .cells.named {
    grid-template-columns: repeat(auto-fill, minmax(8.5rem, 1fr));
    gap: var(--s-2) var(--s-4);
  }

  .cells input.number {
    width: 100%;
    min-height: 36px;
    padding: var(--s-1);
  }

  .cells.named input.number {
    width: 5rem;
  }

  .rows > li {
    display: grid;
    gap: var(--s-2);
    padding: var(--s-2) 0 var(--s-3) var(--s-4);
    border-left: 2px solid var(--hairline);
  }

  @media (min-width: 900px) {
    .field {
      grid-template-columns: minmax(0, 17rem) minmax(0, 1fr);
      column-gap: var(--s-6);
    }

    .field > * {
      grid-column: 2;
    }

    .field > label {
      grid-column: 1;
      grid-row: 1 / span 2;
      padding-top: 10px;
    }

    fieldset.field {
      grid-template-columns: minmax(0, 1fr);
    }

    fieldset.field > * {
      grid-column: 1;
    }

    .law {
      grid-template-columns: minmax(0, 1fr) 20rem;
    }

    .parameters {
      display: flex;
      flex-wrap: wrap;
      align-items: start;
      gap: 0 var(--s-8);
    }

    .parameters > .control {
      flex: 0 0 100%;
    }

    .law .field {
      max-width: 17rem;
      grid-template-columns: minmax(0, 1fr);
    }

    .law .field > * {
      grid-column: 1;
      grid-row: auto;
    }

    .inline {
      display: flex;
      flex-wrap: wrap;
      align-items: start;
      gap: 0 var(--s-8);
    }

    .inline .field {
      grid-template-columns: minmax(0, 14rem);
    }

    .inline .field > * {
      grid-column: 1;
      grid-row: auto;
    }
  }

  @media (prefers-reduced-motion: no-preference) {
    .fold,
    .small,
    .way {
      transition: background var(--quick) var(--ease);
    }
  }
`;
