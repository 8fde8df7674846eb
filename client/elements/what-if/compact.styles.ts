import { css } from 'lit';

/** On the wall sizes follow the height of the screen, as those of the sheet it stands on. */
export const compactStyles = css`
  :host([compact]) :is(section, .asking) {
    gap: calc(0.8 * var(--vh, 1vh)) var(--between, 3vw);
    margin: 0;
    padding: 0 0 calc(1.4 * var(--vh, 1vh));
  }

  :host([compact]) section {
    grid-template-columns: auto minmax(0, 1fr) auto;
    align-items: baseline;
  }

  :host([compact]) :is(h2, .headline, .unit, .asking, dt) {
    margin: 0;
    max-width: none;
    font-size: var(--small, 1rem);
    line-height: 1.2;
  }

  :host([compact]) h2 {
    font-style: italic;
  }

  :host([compact]) .headline {
    grid-column: 2;
    font-weight: 500;
  }

  .unit {
    grid-column: 3;
    color: var(--ink-soft);
  }

  .unit em {
    font-family: var(--serif);
    color: var(--ink-faint);
  }

  dl {
    display: grid;
    grid-column: 1 / -1;
    grid-template-columns: repeat(4, minmax(0, 1fr));
    gap: 0 var(--between, 3vw);
  }

  dl div {
    display: flex;
    flex-direction: row-reverse;
    justify-content: flex-end;
    align-items: center;
    gap: max(8px, 1vw);
  }

  dd {
    flex: none;
    font: 400 calc(0.7 * var(--big, 4rem)) / 1 var(--sans);
    letter-spacing: -0.035em;
    color: var(--ink-soft);
  }

  .best dd {
    font-weight: 700;
    color: var(--ink);
  }

  .care dt {
    color: var(--care-ink);
  }

  .hurry dt {
    color: var(--hurry-ink);
  }

  @media screen and (max-width: 1000px) {
    :host([compact]) section {
      grid-template-columns: minmax(0, 1fr);
    }

    :host([compact]) :is(.headline, .unit) {
      grid-column: 1;
    }

    dl {
      grid-template-columns: repeat(2, minmax(0, 1fr));
      gap: var(--s-2) 4vw;
    }
  }
`;
