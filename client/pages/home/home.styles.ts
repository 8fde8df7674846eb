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

  .join {
    display: grid;
    grid-template-columns: minmax(0, 18rem) auto;
    gap: var(--s-1) var(--s-4);
    justify-content: start;
    align-items: end;
    margin-top: var(--s-8);
  }

  .join label,
  .join p,
  .join ct-notice {
    grid-column: 1 / -1;
  }

  .join .button {
    min-width: 8rem;
  }

  input.code {
    font-size: var(--t-28);
    font-weight: 500;
    letter-spacing: 0.1em;
    text-transform: uppercase;
  }

  #code-hint {
    margin-top: var(--s-1);
  }

  .doors {
    display: grid;
    grid-template-columns: repeat(3, minmax(0, 1fr));
    gap: var(--s-4) var(--s-10);
    margin-top: var(--s-10);
  }

  .doors a {
    display: grid;
    align-content: start;
    gap: var(--s-2);
    padding: var(--s-4) 0 var(--s-6);
    border-top: 2px solid var(--ink);
    text-decoration: none;
    transition: background var(--quick) var(--ease);
  }

  .doors a:hover {
    background: var(--wash);
  }

  .doors span {
    font-size: var(--t-36);
    line-height: 1.15;
    letter-spacing: -0.01em;
  }

  .doors small {
    max-width: 34ch;
    font-size: var(--t-16);
    line-height: 1.4;
    color: var(--ink-soft);
    text-wrap: pretty;
  }

  @media (max-width: 900px) {
    main {
      padding: var(--s-6) var(--s-4) var(--s-12);
    }

    .lead {
      font-size: var(--t-18);
    }

    .doors {
      grid-template-columns: minmax(0, 1fr);
      gap: 0;
      margin-top: var(--s-8);
    }

    .doors span {
      font-size: var(--t-28);
    }
  }

  @media (max-width: 560px) {
    .join {
      grid-template-columns: minmax(0, 1fr) auto;
    }

    .join .button {
      min-width: 6rem;
    }
  }
`;
