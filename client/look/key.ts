import { css } from 'lit';

/** The key below a chart: signs, each with its word. */
export const key = css`
  .key {
    display: flex;
    flex-wrap: wrap;
    gap: var(--s-2) var(--s-5);
    font-size: var(--t-14);
    color: var(--ink-soft);
  }

  .key span {
    display: inline-flex;
    align-items: center;
    gap: var(--s-2);
  }
`;
