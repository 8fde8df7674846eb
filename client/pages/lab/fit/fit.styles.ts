import { css } from 'lit';

/** Four plots side by side where there is room, each with its sentence. */
export const fitStyles = css`
  .plots {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 22rem), 1fr));
    gap: var(--s-8) var(--s-8);
  }

  .plots section {
    min-width: 0;
  }

  .says {
    max-width: var(--measure);
    font-size: var(--t-14);
    line-height: 1.45;
    color: var(--ink-soft);
    text-wrap: pretty;
  }

  .key i {
    width: 20px;
    border-top: 2px solid var(--ink);
  }

  .key .fitted {
    border-top: 2px dashed var(--hurry);
  }

  .key .band {
    height: 10px;
    border: 0;
    background: color-mix(in srgb, var(--hurry) 22%, transparent);
  }

  .key .dot {
    width: 7px;
    height: 7px;
    border: 0;
    border-radius: 50%;
    background: var(--ink);
  }

  .key .off {
    background: var(--hurry);
  }

  .choices {
    display: flex;
    flex-wrap: wrap;
    align-items: end;
    gap: var(--s-3) var(--s-6);
  }

  .choices label {
    display: grid;
    gap: var(--s-1);
    font-size: var(--t-14);
    color: var(--ink-soft);
  }

  .choices .check {
    display: flex;
    align-items: center;
    min-height: var(--touch);
    gap: var(--s-2);
  }

  .choices .check input {
    width: 20px;
    height: 20px;
    accent-color: var(--ink);
  }

  .choices input[type='number'] {
    width: 5rem;
    min-height: var(--touch);
    border: 0;
    border-bottom: var(--line) solid var(--ink-soft);
    background: transparent;
    color: var(--ink);
    font: 500 var(--t-18) / 1.2 var(--sans);
  }

  dl {
    display: grid;
    grid-template-columns: minmax(8rem, max-content) 1fr;
    gap: var(--s-2) var(--s-5);
    font-size: var(--t-14);
    line-height: 1.45;
  }

  dt {
    color: var(--ink-faint);
  }

  dd {
    margin: 0;
    max-width: var(--measure);
  }

  @media (max-width: 640px) {
    dl {
      grid-template-columns: 1fr;
    }
  }

  summary {
    min-height: var(--touch);
    cursor: pointer;
    color: var(--ink-soft);
  }
`;
