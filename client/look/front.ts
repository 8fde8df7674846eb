import { css } from 'lit';

/** The frame of a page that the first page leads to: its title, and what it is for. */
export const front = css`
  main {
    max-width: calc(var(--page) + 2 * var(--s-12));
    margin: 0 auto;
    padding: var(--s-8) var(--s-12) var(--s-16);
  }

  h1 {
    font: 400 clamp(2rem, 4vw, var(--t-48)) / var(--tight) var(--serif);
    text-wrap: balance;
  }

  .lead {
    max-width: 62ch;
    margin: var(--s-3) 0 var(--s-6);
    font-size: var(--t-18);
    line-height: 1.4;
    text-wrap: pretty;
  }
`;
