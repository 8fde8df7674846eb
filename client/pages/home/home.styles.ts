import { css } from 'lit';

export const homeStyles = css`
  main {
    max-width: calc(var(--page) + 2 * var(--s-12));
    margin: 0 auto;
    padding: var(--s-8) var(--s-12) var(--s-16);
  }

  h1 {
    display: grid;
    font: 400 clamp(2.05rem, 5.4vw, 5rem) / 1.02 var(--serif);
    letter-spacing: -0.018em;
    text-wrap: balance;
  }

  .care {
    color: var(--care-ink);
  }

  /* The second voice comes in off the beat, and leans forward. */
  .hurry {
    color: var(--hurry-ink);
    font-style: italic;
    padding-left: 0.9em;
  }

  ct-motif {
    margin: var(--s-4) 0 var(--s-3);
  }

  .lead {
    max-width: 62ch;
    font-size: var(--t-22);
    line-height: 1.4;
    color: var(--ink);
    text-wrap: pretty;
  }

  .ways {
    display: grid;
    grid-template-columns: minmax(0, 4fr) minmax(0, 8fr);
    gap: var(--s-12) var(--s-16);
    margin-top: var(--s-8);
  }

  h2 {
    font: 500 var(--t-28) / 1.2 var(--serif);
    margin-bottom: var(--s-1);
  }

  form {
    display: flex;
    flex-direction: column;
    gap: var(--s-3);
  }

  .join {
    align-items: stretch;
  }

  .join .button {
    align-self: start;
    min-width: 8rem;
  }

  input.code {
    font-size: var(--t-28);
    font-weight: 500;
    letter-spacing: 0.1em;
    text-transform: uppercase;
  }

  .settings {
    display: grid;
    grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
    gap: var(--s-4) var(--s-10);
    align-items: start;
    margin-top: var(--s-3);
  }

  .settings .button {
    justify-self: start;
    min-width: 14rem;
  }

  .people {
    grid-column: 1 / -1;
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

  #seed-hint {
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

    .ways {
      grid-template-columns: minmax(0, 1fr);
      margin-top: var(--s-8);
    }

    .lead {
      font-size: var(--t-18);
    }
  }

  @media (max-width: 560px) {
    .settings {
      grid-template-columns: minmax(0, 1fr);
    }

    .settings .button,
    .join .button {
      justify-self: stretch;
      align-self: stretch;
    }
  }
`;
