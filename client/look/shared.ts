import { css } from 'lit';

/** What every element starts from: the box, focus that can be seen, words for screen readers. */
export const base = css`
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }

  :host {
    display: block;
    min-width: 0;
  }

  :host([hidden]),
  [hidden] {
    display: none !important;
  }

  h1,
  h2,
  h3,
  p,
  ul,
  ol,
  dl,
  dd,
  figure,
  fieldset {
    margin: 0;
    padding: 0;
    border: 0;
    min-width: 0;
  }

  ul,
  ol {
    list-style: none;
  }

  h1,
  h2,
  h3,
  li,
  dt,
  label,
  legend,
  summary,
  figcaption,
  .label,
  .code,
  p:not(.big, .number) {
    font-feature-settings: var(--prose);
  }

  output,
  time,
  table,
  .big,
  .number {
    font-feature-settings: var(--figures);
  }

  a {
    color: inherit;
    text-decoration-thickness: 1px;
    text-underline-offset: 0.22em;
  }

  :focus-visible {
    outline: 3px solid var(--focus);
    outline-offset: 3px;
  }

  /* A mark says what it says by its ground: the device's own colours leave it alone. */
  i:not(:has(*)),
  .sign,
  .beam {
    forced-color-adjust: none;
  }

  .sr-only {
    position: absolute;
    width: 1px;
    height: 1px;
    margin: -1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }

  .serif {
    font-family: var(--serif);
    font-optical-sizing: auto;
  }

  .quiet {
    color: var(--ink-faint);
  }

  .label {
    font-size: var(--t-14);
    line-height: var(--snug);
    color: var(--ink-faint);
  }
`;

/** Buttons and links that act: flat, one line round them, high enough for a thumb. */
export const buttons = css`
  .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: var(--s-3);
    min-height: var(--touch);
    padding: var(--s-2) var(--s-5);
    border: var(--line) solid var(--mark);
    border-radius: var(--radius);
    background: transparent;
    color: var(--ink);
    font: 500 var(--t-16) / 1.2 var(--sans);
    font-feature-settings: inherit;
    text-align: center;
    text-decoration: none;
    cursor: pointer;
    transition: background var(--quick) var(--ease);
  }

  .button:hover {
    background: var(--wash);
  }

  .button:active {
    background: var(--hairline);
  }

  .button.main {
    border-color: var(--ink);
    background: var(--ink);
    color: var(--paper);
  }

  .button.main:hover,
  .button.main:active {
    background: var(--ink-soft);
    border-color: var(--ink-soft);
  }

  .button[aria-disabled='true'],
  .button:disabled {
    border-color: var(--hairline);
    background: transparent;
    color: var(--ink-faint);
    cursor: default;
  }

  .button.bare {
    border-color: transparent;
    padding-inline: var(--s-2);
  }

  kbd {
    min-width: 1.6em;
    padding: 0.1em 0.35em;
    border: var(--line) solid currentColor;
    border-radius: var(--radius);
    font: 500 var(--t-12) / 1.3 var(--sans);
    text-align: center;
    opacity: 0.8;
  }

  @media (hover: none) {
    .button kbd {
      display: none;
    }
  }

  @media print {
    .button {
      display: none;
    }
  }
`;

/** Native fields: a rule to write on. */
export const fields = css`
  label {
    display: block;
    font-size: var(--t-14);
    line-height: var(--snug);
    color: var(--ink-soft);
  }

  :is(input[type='text'], input[type='number']) {
    width: 100%;
    min-height: var(--touch);
    padding: var(--s-2) 0;
    border: 0;
    border-bottom: var(--line) solid var(--ink-soft);
    border-radius: 0;
    background: transparent;
    color: var(--ink);
    font: 400 var(--t-18) / 1.3 var(--sans);
    font-feature-settings: inherit;
  }

  input[type='text']::placeholder {
    color: var(--ink-faint);
    opacity: 1;
  }

  :is(input[type='text'], input[type='number']):focus-visible {
    outline-offset: 2px;
  }
`;
