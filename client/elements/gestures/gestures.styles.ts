import { css } from 'lit';

export const gesturesStyles = css`
  .gestures {
    display: flex;
    gap: var(--s-2);
    flex-wrap: wrap;
  }

  .why {
    display: flex;
    align-items: center;
    min-height: 56px;
    color: var(--ink-soft);
  }

  .button {
    position: relative;
    flex: 1 1 8rem;
    max-width: 22rem;
    min-height: 56px;
    overflow: hidden;
    justify-content: flex-start;
    text-align: left;
  }

  .button.main {
    flex-grow: 1.6;
    font-size: var(--t-18);
    font-weight: 600;
  }

  .name,
  .key {
    position: relative;
  }

  .key {
    min-width: 1ch;
    font: 500 var(--t-14) / 1 var(--sans);
    font-feature-settings: var(--figures);
    color: var(--ink-faint);
  }

  .main .key {
    color: inherit;
  }

  /* How one speaks is no move of the moment: in the voice of whoever speaks. */
  .mask .name {
    font: italic 400 var(--t-18) / 1.1 var(--serif);
  }

  .fill {
    position: absolute;
    inset: 0;
    background: var(--care-wash);
    border-bottom: 3px solid var(--care);
    transform-origin: left;
  }

  .button.going {
    border-color: var(--care);
    font-weight: 600;
    cursor: default;
  }

  .going .key {
    color: var(--ink-soft);
  }

  .button.more {
    flex: 0 0 56px;
    justify-content: center;
    padding: 0;
  }

  .rest {
    display: flex;
    flex: 1 1 100%;
    gap: var(--s-2);
    flex-wrap: wrap;
  }

  @media (max-width: 760px) {
    .gestures {
      display: grid;
      grid-template-columns: repeat(6, minmax(0, 1fr));
    }

    .button {
      grid-column: span 2;
      max-width: none;
      min-height: 52px;
      gap: 6px;
      padding-inline: 6px;
      font-size: var(--t-14);
    }

    /* Alone, or the likeliest: as wide as the thumb is lazy. */
    .button.main {
      grid-column: 1 / -1;
      order: 1;
      justify-content: center;
    }

    .gestures:has(> .button:nth-child(2):nth-last-child(1)) > .button:not(.main, .more) {
      grid-column: span 3;
    }

    .gestures:has(> .button:nth-child(4):nth-last-child(1)) > .button:not(.main, .more) {
      grid-column: span 3;
    }

    .gestures:has(> .main) > .button:not(.main, .more) {
      grid-column: span 3;
    }

    .mask .name {
      font-size: var(--t-16);
    }

    .button.more {
      flex: none;
    }

    .rest {
      grid-column: 1 / -1;
    }
  }

  @media (max-width: 760px) and (max-height: 480px) {
    .button,
    .button.main {
      min-height: 44px;
    }
  }
`;
