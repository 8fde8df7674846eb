import { css } from 'lit';

/** What was not printed does not look like what was: a dashed frame round it all. */
export const anotherDayStyles = css`
  section {
    gap: var(--s-4);
    padding: var(--s-6);
    border: 1.5px dashed var(--mark);
    border-radius: var(--radius);
    background: var(--wash);
  }

  h2 {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: var(--s-1) var(--s-4);
  }

  h2 em {
    padding: 2px var(--s-2);
    border: var(--line) solid var(--care-ink);
    border-radius: var(--radius);
    color: var(--care-ink);
    font: 500 var(--t-12) / 1.4 var(--sans);
    white-space: nowrap;
  }

  h3 {
    font: 500 var(--t-16) / 1.3 var(--sans);
    color: var(--ink-soft);
  }

  .sliders {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 17rem), 1fr));
    gap: var(--s-4) var(--s-8);
  }

  label {
    display: grid;
    grid-template-columns: 1fr auto;
    align-items: center;
    gap: 0 var(--s-3);
    font-size: var(--t-14);
    color: var(--ink-soft);
  }

  .at {
    color: var(--ink);
    font-weight: 500;
    font-feature-settings: var(--figures);
  }

  input {
    grid-column: 1 / -1;
    width: 100%;
    min-height: var(--touch);
    margin: 0;
    accent-color: var(--ink);
  }

  .place {
    grid-template-columns: 1fr;
    align-content: start;
  }

  .verdict,
  .found {
    font-size: var(--t-22);
    line-height: 1.3;
  }

  @media (max-width: 600px) {
    section {
      padding: var(--s-4);
    }
  }
`;
