import { css } from 'lit';

export const openStyles = css`
  /* The list may be long: what opens the room stays in sight beside it. */
  form {
    display: grid;
    grid-template-columns: minmax(0, 7fr) minmax(0, 4fr);
    gap: var(--s-6) var(--s-16);
    align-items: start;
  }

  .settings {
    position: sticky;
    top: var(--s-6);
    display: grid;
    gap: var(--s-5);
  }

  .act {
    display: grid;
    gap: var(--s-3);
  }

  .people label {
    display: flex;
    align-items: baseline;
    gap: var(--s-3);
    cursor: pointer;
  }

  .people input {
    flex: none;
    width: 18px;
    height: 18px;
    margin: 0;
    accent-color: var(--ink);
    transform: translateY(3px);
  }

  .people .label {
    margin: var(--s-1) 0 0 calc(18px + var(--s-3));
    max-width: 60ch;
  }

  #seed-hint,
  #teams-hint {
    margin-top: var(--s-2);
  }

  .waiting {
    padding: var(--s-6) 0;
    border-block: var(--line) solid var(--hairline);
  }

  @media (max-width: 900px) {
    main {
      padding: var(--s-6) var(--s-4) var(--s-12);
    }

    form {
      grid-template-columns: minmax(0, 1fr);
    }

    .settings {
      position: static;
    }
  }
`;
