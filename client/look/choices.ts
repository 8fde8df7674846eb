import { css } from 'lit';

/** Answers to choose one of, each with its button, and what they answer. */
export const choices = css`
  legend,
  .label {
    font-size: var(--t-14);
    color: var(--ink-faint);
  }

  label {
    display: flex;
    align-items: center;
    gap: var(--s-2);
    min-height: var(--touch);
  }

  input {
    width: 18px;
    height: 18px;
    accent-color: var(--ink);
  }
`;
