import { css } from 'lit';

export const roomStyles = css`
  main {
    max-width: calc(var(--page) + 2 * var(--s-12));
    margin: 0 auto;
    padding: var(--s-10) var(--s-12) var(--s-16);
  }

  h1 {
    font: 400 var(--t-36) / var(--tight) var(--serif);
    text-wrap: balance;
  }

  .door {
    display: grid;
    grid-template-columns: minmax(0, 1fr) minmax(160px, 264px);
    gap: var(--s-8) var(--s-16);
    align-items: end;
    margin-top: var(--s-8);
    padding: var(--s-8) 0;
    border-block: var(--line) solid var(--hairline);
  }

  .ways {
    container-type: inline-size;
  }

  /* Letters differ in width: eight of the widest and a dash fit too. */
  .code {
    font: 500 min(7rem, 10.8cqi) / 1 var(--sans);
    letter-spacing: 0.01em;
    margin: var(--s-2) 0 var(--s-4) -0.05em;
    white-space: nowrap;
  }

  .how {
    font-size: var(--t-22);
    line-height: 1.35;
    overflow-wrap: anywhere;
  }

  .address {
    font-weight: 600;
  }

  .copy {
    display: flex;
    align-items: center;
    gap: var(--s-4);
    margin-top: var(--s-5);
  }

  .time {
    display: grid;
    gap: var(--s-3);
    padding: var(--s-6) 0;
  }

  .teams {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(11rem, 1fr));
    gap: 0 var(--s-8);
    list-style: none;
  }

  .teams li {
    display: flex;
    justify-content: space-between;
    gap: var(--s-3);
    padding: var(--s-2) 0;
    border-top: var(--line) solid var(--hairline);
  }

  .links {
    display: grid;
    grid-template-columns: 1fr 1fr;
    border-block: var(--line) solid var(--hairline);
  }

  .links a {
    display: grid;
    gap: var(--s-1);
    padding: var(--s-6) 0;
    text-decoration: none;
  }

  .links a + a {
    padding-left: var(--s-8);
    border-left: var(--line) solid var(--hairline);
  }

  .links span {
    font: 500 var(--t-28) / 1.2 var(--serif);
  }

  .links a:hover span {
    text-decoration: underline;
    text-decoration-thickness: 1px;
  }

  .links small {
    font-size: var(--t-14);
    color: var(--ink-faint);
  }

  .study {
    margin-top: var(--s-5);
  }

  ct-policies {
    margin-top: var(--s-8);
  }

  @media (max-width: 760px) {
    main {
      padding: var(--s-6) var(--s-4) var(--s-12);
    }

    h1 {
      font-size: var(--t-28);
    }

    .door {
      grid-template-columns: minmax(0, 1fr);
      margin-top: var(--s-4);
      padding: var(--s-6) 0;
    }

    ct-qr {
      max-width: 220px;
    }

    .how {
      font-size: var(--t-18);
    }

    .links {
      grid-template-columns: 1fr;
    }

    .links a {
      padding: var(--s-5) 0;
    }

    .links a + a {
      padding-left: 0;
      border-left: 0;
      border-top: var(--line) solid var(--hairline);
    }
  }

  /* A notice for the door: the code and where to type it, across the sheet; the way in by
     telephone, as large as can be scanned from the back. Whatever the width of the sheet. */
  @media print {
    main {
      padding: var(--s-6) var(--s-4) 0;
    }

    .time,
    .links,
    ct-policies {
      display: none;
    }

    h1 {
      font-size: var(--t-36);
    }

    .door {
      grid-template-columns: minmax(0, 1fr);
      row-gap: var(--s-6);
      padding: 0;
      border: 0;
    }

    .code {
      font-size: 10.8cqi;
    }

    .how {
      font-size: var(--t-28);
    }

    ct-qr {
      width: 125mm;
      max-width: none;
      margin: 0 auto;
    }
  }
`;
