import { css } from 'lit';

/** What one writes in and presses, and the small pictures of what was written. */
export const controlStyles = css`
  button,
  input,
  select,
  textarea {
    font: 400 var(--t-16) / 1.3 var(--sans);
    font-feature-settings: inherit;
    color: var(--ink);
  }

  input[type='text'],
  select,
  textarea {
    min-height: var(--touch);
    max-width: 100%;
    padding: var(--s-1) var(--s-2);
    border: var(--line) solid var(--mark);
    border-radius: var(--radius);
    background: var(--sheet);
  }

  input.number {
    width: 7.5rem;
    text-align: right;
  }

  [aria-invalid='true'] {
    border-color: var(--alarm-ink);
    border-width: 2px;
  }

  ::placeholder {
    color: var(--ink-faint);
    opacity: 1;
  }

  textarea {
    width: 100%;
    resize: vertical;
    field-sizing: content;
  }

  textarea.column {
    width: 9rem;
  }

  input[type='checkbox'] {
    width: 1.25rem;
    height: 1.25rem;
    margin: 0;
    accent-color: var(--ink);
  }

  .small,
  .way {
    justify-self: start;
    min-height: 36px;
    padding: var(--s-1) var(--s-3);
    border: var(--line) solid var(--mark);
    border-radius: var(--radius);
    background: transparent;
    font-size: var(--t-14);
    cursor: pointer;
  }

  .small:hover,
  .way:hover {
    background: var(--wash);
  }

  .small:disabled,
  .more:disabled {
    border-color: var(--hairline);
    color: var(--ink-faint);
    cursor: default;
  }

  .way[aria-pressed='true'] {
    border-color: var(--ink);
    background: var(--ink);
    color: var(--paper);
  }

  .more,
  .go {
    padding: var(--s-2) 0;
    border: 0;
    background: none;
    font-size: var(--t-14);
    text-align: left;
    text-decoration: underline;
    text-decoration-thickness: 1px;
    text-underline-offset: 0.22em;
    color: var(--ink-soft);
    cursor: pointer;
  }

  .more:disabled {
    text-decoration: none;
  }

  .go span {
    display: block;
    color: var(--ink-faint);
  }

  .law {
    display: grid;
    gap: var(--s-3) var(--s-8);
  }

  figure svg {
    display: block;
    width: 100%;
    overflow: visible;
  }

  figure path {
    fill: none;
    vector-effect: non-scaling-stroke;
  }

  figure .bars {
    fill: var(--rule);
  }

  figure .ground {
    stroke: var(--rule);
    stroke-width: 1;
  }

  figure .staff {
    stroke: var(--ink);
    stroke-width: 2;
  }

  .plan svg {
    height: 120px;
  }

  .curve {
    max-width: 22rem;
  }

  .curve svg {
    height: 72px;
  }

  .ends {
    display: flex;
    justify-content: space-between;
    font-size: var(--t-12);
    color: var(--ink-faint);
  }

  .plan figcaption {
    display: flex;
    flex-wrap: wrap;
    gap: var(--s-1) var(--s-6);
    font-size: var(--t-14);
    color: var(--ink-soft);
  }

  .plan i {
    display: inline-block;
    width: 14px;
    margin-right: var(--s-2);
    vertical-align: middle;
  }

  i.bar {
    height: 10px;
    background: var(--rule);
  }

  i.stroke {
    height: 2px;
    background: var(--ink);
  }
`;
