import { css } from 'lit';

/** What is at a desk only where things are done by gestures. */
export const gameStyles = css`
  ct-encounter {
    padding: var(--s-8) var(--s-12) var(--s-6) 0;
  }

  .weighed ct-encounter {
    padding-top: var(--s-6);
  }

  .goal {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0 var(--s-3);
    padding: var(--s-3) var(--s-12);
    border-bottom: var(--line) solid var(--hairline);
    line-height: 1.3;
  }

  .chapter {
    font: italic 400 var(--t-16) / 1.2 var(--serif);
    color: var(--ink-soft);
  }

  .own-clock {
    display: flex;
    margin-left: auto;
  }

  .own-clock .button {
    color: var(--ink-soft);
    font-size: var(--t-14);
  }

  .own-clock .button[aria-pressed='true'] {
    color: var(--ink);
    text-decoration: underline;
  }

  .narrow {
    display: none;
  }

  .goal strong {
    margin-left: auto;
    font-weight: 600;
    color: var(--care-ink);
  }

  .game ct-own-score {
    height: clamp(84px, 12vh, 130px);
  }

  /* On a low screen what a caller says comes before one's own line of the score. */
  @media (max-height: 800px) {
    .game ct-own-score {
      display: none;
    }
  }

  .doing {
    display: flex;
    align-items: center;
    gap: var(--s-2) var(--s-5);
    min-height: var(--touch);
    margin-bottom: var(--s-2);
    color: var(--ink-soft);
  }

  .doing p {
    flex: 1;
    min-width: 0;
    font: italic 400 var(--t-18) / 1.2 var(--serif);
  }

  .doing .button.bare {
    color: var(--ink-soft);
    font-size: var(--t-14);
    white-space: nowrap;
  }

  .supposed {
    margin-top: var(--s-2);
  }

  .facing ct-fall {
    margin-top: var(--s-5);
  }

  .facing:has(ct-fall) ct-price,
  footer ct-fall {
    display: none;
  }

  @media (max-width: 760px) {
    ct-encounter,
    .weighed ct-encounter {
      padding: var(--s-3) 0;
    }

    /* Who speaks comes before what the minute weighs. */
    ct-encounter,
    .game ct-person {
      order: -1;
    }

    .facing ct-fall {
      display: none;
    }

    footer ct-fall {
      display: block;
      margin-bottom: var(--s-2);
    }

    /* There is no room for both: the card waits until the clock is put away. */
    .host-clock ~ footer ct-fall {
      display: none;
    }

    .narrow {
      display: inline;
    }

    .goal {
      padding: var(--s-2) var(--s-4);
      font-size: var(--t-14);
    }

    .doing {
      gap: var(--s-3);
      margin-bottom: var(--s-1);
    }

    .doing p {
      font-size: var(--t-16);
    }

    .game ct-own-score {
      display: none;
    }

    .supposed {
      font-size: var(--t-12);
    }
  }
`;
