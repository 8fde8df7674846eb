import { css } from 'lit';

/** One question a screen: at the left the question and its steps, at the right the screen. */
export const labStyles = css`
  main {
    display: grid;
    grid-template-columns: minmax(11rem, 15rem) minmax(0, 1fr);
    gap: var(--s-8) var(--s-12);
    max-width: calc(var(--page) + 12rem);
    margin: 0 auto;
    padding: var(--s-8) var(--s-12) var(--s-16);
  }

  aside {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    align-content: start;
    gap: var(--s-6);
  }

  aside .asked {
    font: 400 var(--t-22) / 1.25 var(--serif);
    text-wrap: balance;
  }

  nav ol {
    display: grid;
  }

  nav a {
    display: flex;
    align-items: center;
    min-height: var(--touch);
    border-top: var(--line) solid var(--hairline);
    color: var(--ink-soft);
    text-decoration: none;
  }

  nav li:last-child a {
    border-bottom: var(--line) solid var(--hairline);
  }

  nav a:hover {
    background: var(--wash);
  }

  nav a[aria-current='step'] {
    color: var(--ink);
    font-weight: 600;
  }

  .centre {
    display: grid;
    gap: var(--s-12);
    align-content: start;
    min-width: 0;
  }

  summary {
    min-height: var(--touch);
    font: 500 var(--t-22) / 1.25 var(--serif);
    cursor: pointer;
  }

  @media (max-width: 900px) {
    main {
      grid-template-columns: minmax(0, 1fr);
      padding: var(--s-5) var(--s-4) var(--s-12);
    }

    nav ol {
      display: flex;
      flex-wrap: wrap;
      gap: 0 var(--s-5);
    }

    nav a,
    nav li:last-child a {
      border: 0;
      white-space: nowrap;
    }
  }

  @media print {
    aside {
      display: none;
    }

    main {
      display: block;
      padding: 0;
    }
  }
`;
