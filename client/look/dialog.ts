import { css } from 'lit';

/** The dialog of the component library in our look: a sheet of paper with one line round it. */
export const dialogs = css`
  wa-dialog {
    --width: 32rem;
    --spacing: var(--s-6);
  }

  wa-dialog::part(dialog) {
    border: var(--line) solid var(--ink);
    border-radius: var(--radius);
    background: var(--paper);
    color: var(--ink);
    box-shadow: none;
  }

  wa-dialog h2 {
    font: 500 var(--t-22) / 1.2 var(--serif);
    margin-bottom: var(--s-4);
  }

  @media (max-width: 760px) {
    wa-dialog {
      --width: 100vw;
      --spacing: var(--s-4);
    }

    wa-dialog::part(dialog) {
      max-width: 100vw;
      margin: auto 0 0;
      border-width: var(--line) 0 0;
    }
  }
`;
