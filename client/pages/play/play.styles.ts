import { css } from 'lit';

export const playStyles = css`
  h2 {
    margin: 0 0 var(--s-3);
    font: 400 var(--t-18) / 1.3 var(--serif);
  }

  .act {
    display: grid;
    justify-items: start;
    gap: var(--s-3);
    margin-bottom: var(--s-10);
  }

  .act .main {
    min-height: 60px;
    padding-inline: var(--s-8);
    font-size: var(--t-18);
  }

  .pages {
    display: grid;
    grid-template-columns: minmax(0, 7fr) minmax(0, 4fr);
    gap: var(--s-10) var(--s-16);
    align-items: start;
  }

  ol {
    margin: 0;
    padding: 0;
    list-style: none;
    border-top: var(--line) solid var(--hairline);
  }

  ol li {
    display: grid;
    grid-template-columns: 2.2rem minmax(0, 1fr) auto;
    gap: 0 var(--s-3);
    align-items: center;
    min-height: 60px;
    padding: var(--s-2) 0;
    border-bottom: var(--line) solid var(--hairline);
  }

  ol .number {
    font: 400 1.5rem / 1 var(--serif);
    color: var(--ink-faint);
  }

  ol .title {
    font: 500 var(--t-18) / 1.25 var(--serif);
  }

  ol p {
    max-width: 52ch;
  }

  .next .number,
  .next .title {
    color: var(--ink);
  }

  .does {
    display: flex;
    flex-wrap: wrap;
    justify-content: flex-end;
    gap: var(--s-2);
  }

  .does .button {
    font-size: var(--t-14);
    padding-inline: var(--s-3);
  }

  aside {
    display: grid;
    gap: var(--s-8);
  }

  fieldset {
    margin: 0;
    padding: 0;
    border: 0;
  }

  fieldset label {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: 0 var(--s-3);
    align-items: center;
    min-height: var(--touch);
    color: var(--ink);
    font-size: var(--t-16);
    cursor: pointer;
  }

  fieldset .label {
    margin: 0 0 var(--s-2) calc(18px + var(--s-3));
  }

  legend {
    padding: 0;
    margin-bottom: var(--s-2);
    font: 400 var(--t-18) / 1.3 var(--serif);
  }

  input[type='radio'] {
    width: 18px;
    height: 18px;
    margin: 0;
    accent-color: var(--ink);
  }

  .word p {
    display: flex;
    justify-content: space-between;
    align-items: center;
    gap: var(--s-3);
  }

  ol.results {
    border: 0;
  }

  ol.results li {
    display: list-item;
    min-height: 0;
    padding: 0 0 var(--s-1);
    border: 0;
  }

  .advice {
    margin-bottom: var(--s-3);
    line-height: 1.4;
  }

  .advice .label {
    display: block;
  }

  .phrase {
    font: 500 1.5rem / 1.3 var(--serif);
    letter-spacing: 0.04em;
    margin: var(--s-2) 0 var(--s-3);
  }

  .kept form {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: var(--s-2);
    align-items: end;
  }

  .kept .label {
    max-width: 44ch;
  }

  .kept > .button {
    margin-top: var(--s-4);
  }

  @media (max-width: 900px) {
    .pages {
      grid-template-columns: minmax(0, 1fr);
    }
  }

  @media (max-width: 760px) {
    main {
      padding: var(--s-5) var(--s-5) var(--s-12);
    }

    .act .main {
      width: 100%;
    }

    /* One button stands beside the chapter, more of them under it. */
    ol li:has(.button + .button) {
      grid-template-columns: 1.6rem minmax(0, 1fr);
    }

    .does:has(.button + .button) {
      grid-column: 2;
      justify-content: flex-start;
      padding-top: var(--s-2);
    }
  }
`;
