import { css } from 'lit';

/** What is printed is laid out for paper alone, and shown nowhere else. */
export const paperStyles = css`
  .paper {
    display: none;
  }

  @media print {
    ct-top-bar,
    .screen {
      display: none;
    }

    main {
      max-width: none;
      padding: 0;
    }

    .paper {
      display: grid;
      gap: 4mm;
      font-size: 9.5pt;
      line-height: 1.35;
    }

    .paper .place {
      margin: 0;
      font-size: 10pt;
    }

    .paper h1 {
      max-width: none;
      margin: 0;
      font-size: 19pt;
    }

    .paper h3 {
      font-size: 11pt;
    }

    .paper em,
    .paper .label,
    .paper .foot {
      font-size: 8pt;
    }

    .two,
    .three {
      display: grid;
      grid-template-columns: repeat(2, minmax(0, 1fr));
      gap: 6mm;
      break-inside: avoid;
    }

    .three {
      grid-template-columns: repeat(3, minmax(0, 1fr));
    }

    .paper article {
      display: grid;
      align-content: start;
      gap: 1mm;
      padding-top: 1.5mm;
      border-top: 1pt solid var(--ink);
    }

    .paper table {
      font-size: 8.5pt;
      line-height: 1.25;
    }

    .paper th,
    .paper td {
      padding: 1mm 3mm 1mm 0;
    }

    .paper tr {
      break-inside: avoid;
    }

    .paper dl div {
      display: flex;
      justify-content: space-between;
      gap: 4mm;
      padding: 0.5mm 0;
    }

    .written {
      min-height: 12mm;
      border-bottom: 0.5pt solid var(--ink-soft);
      font: italic 400 11pt / 1.3 var(--serif);
    }

    .foot {
      color: var(--ink-soft);
    }
  }
`;
