import { css } from 'lit';

/** A report on a screen of any width, and on A4. */
export const reportStyles = css`
  :host {
    display: block;
  }

  main {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--s-6);
    max-width: var(--page);
    margin: 0 auto;
    padding: var(--s-8) var(--s-12) var(--s-16);
  }

  h1 {
    max-width: 34ch;
  }

  @media (max-width: 900px) {
    main {
      padding: var(--s-5) var(--s-4) var(--s-12);
    }
  }

  @media print {
    main {
      display: block;
      max-width: none;
      padding: 0;
    }

    main > * {
      margin-bottom: var(--s-4);
    }

    h1 {
      max-width: none;
    }

    ct-report-other {
      display: none;
    }
  }
`;
