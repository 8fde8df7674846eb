import { css } from 'lit';

/** What a day that is over says, part by part: a title, and a rule under each part. */
export const chapter = css`
  section {
    display: grid;
    gap: var(--s-3);
    margin-bottom: var(--s-8);
    padding-bottom: var(--s-6);
    border-bottom: var(--line) solid var(--hairline);
  }

  h2 {
    font: 400 clamp(1.5rem, 3vw, var(--t-36)) / var(--tight) var(--serif);
    text-wrap: balance;
  }
`;
