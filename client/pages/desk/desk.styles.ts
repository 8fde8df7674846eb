import { css } from 'lit';

export const deskStyles = css`
  .desk {
    display: flex;
    flex-direction: column;
    min-height: 100dvh;
  }

  .choosing {
    outline: 0;
    width: 100%;
    max-width: calc(var(--page) + 2 * var(--s-12));
    margin: 0 auto;
    padding: var(--s-10) var(--s-12) var(--s-16);
  }

  .choosing ct-notice {
    --notice-margin: 0 var(--s-6);
  }

  /* The clock of whoever hosts the room. */
  .host-clock {
    padding: var(--s-2) var(--s-6);
    border-bottom: var(--line) solid var(--hairline);
  }

  .place {
    display: flex;
    align-items: center;
    gap: var(--s-2) var(--s-8);
    padding-left: var(--s-6);
    border-left: var(--line) solid var(--hairline);
  }

  .seat {
    font: 500 var(--t-18) / 1.2 var(--serif);
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .ways {
    display: flex;
    margin-left: auto;
    gap: var(--s-2);
  }

  .ways .button {
    color: var(--ink-soft);
    font-size: var(--t-14);
    white-space: nowrap;
  }

  /* Two facing pages: the person on the left, the line on the right; one's own staff below. */
  .cockpit {
    flex: 1;
    display: flex;
    flex-direction: column;
    outline: 0;
  }

  /* One quiet line, as long as something is going on. */
  ct-events {
    --events-margin: var(--s-3) 0;
    flex: none;
    padding: 0 var(--s-12);
  }

  .pages {
    flex: 1;
    display: grid;
    grid-template: minmax(min-content, 1fr) / minmax(0, 7fr) minmax(0, 5fr);
    padding: 0 var(--s-12);
  }

  ct-person {
    padding: var(--s-8) var(--s-12) var(--s-6) 0;
  }

  .facing {
    display: flex;
    flex-direction: column;
    min-width: 0;
    padding: var(--s-8) 0 var(--s-6) var(--s-12);
    border-left: var(--line) solid var(--hairline);
  }

  /* Where time has a price the voices span both pages, each over its own. What is too long is
     scrolled; one's own line stays in sight under it. */
  .weighed .pages {
    grid-template-rows: auto minmax(min-content, 1fr);
    min-height: 0;
    overflow-y: auto;
  }

  .desk:has(.weighed) {
    height: 100dvh;
    min-height: 0;
  }

  .cockpit.weighed {
    min-height: 0;
  }

  .weighed ct-person,
  .weighed .facing {
    padding-top: var(--s-6);
  }

  .weighed .facing {
    gap: var(--s-6);
  }

  ct-voices {
    grid-column: 1 / -1;
  }

  /* While the figures are read, who talks and who waits stay under them, in short. */
  .looking ct-person,
  .looking .facing {
    position: sticky;
    bottom: 0;
    align-self: end;
    height: 100%;
    padding-block: var(--s-3);
    background: var(--paper);
    border-top: var(--line) solid var(--hairline);
  }

  @media (max-width: 1199px), (max-height: 999px) {
    .looking ct-price {
      display: none;
    }
  }

  ct-price {
    flex: 1;
    min-height: 92px;
    max-height: 260px;
    margin-top: auto;
  }

  /* Its parts say themselves in fewer pixels where there are few. */
  @media screen and (min-width: 761px) and (min-height: 541px) {
    .weighed:not(.looking) .pages {
      container: pages / size;
    }

    @container pages (max-height: 579px) {
      .weighed .pages > :is(ct-person, .facing) {
        padding-block: var(--s-4) var(--s-2);
      }

      .weighed .facing {
        gap: var(--s-3);
      }

      ct-price {
        min-height: 72px;
      }
    }
  }

  /* A classical day has no price: a sentence stands in its place. */
  .unjudged {
    margin-top: auto;
    padding-top: var(--s-4);
  }

  ct-own-score {
    flex: none;
    height: clamp(100px, 16vh, 170px);
    margin: 0 var(--s-12);
    border-top: var(--line) solid var(--hairline);
    padding: var(--s-2) 0;
  }

  .foot {
    display: none;
  }

  footer {
    --notice-margin: 0 var(--s-3);
    padding: var(--s-4) var(--s-12) max(var(--s-5), env(safe-area-inset-bottom));
    border-top: var(--line) solid var(--ink);
    background: var(--paper);
  }

  /* Beside the desk's name where there is room, else above its buttons. */
  footer .out {
    display: none;
  }

  @media (max-width: 1100px) {
    footer .out:not(:empty) {
      display: block;
      margin-bottom: var(--s-2);
    }

    .seat .out {
      display: none;
    }
  }

  @media (max-width: 760px) {
    .choosing {
      padding: var(--s-6) var(--s-4) var(--s-12);
    }

    .desk:has(.cockpit) {
      height: 100dvh;
      min-height: 0;
    }

    .place {
      padding: 0;
      border: 0;
      gap: var(--s-3);
    }

    .seat span,
    .ways {
      display: none;
    }

    .foot {
      display: block;
      text-align: right;
      grid-column: 1 / -1;
    }

    .cockpit {
      min-height: 0;
    }

    ct-events {
      --events-margin: var(--s-2) 0;
      padding: 0 var(--s-4);
      font-size: var(--t-14);
    }

    .pages {
      min-height: 0;
      overflow-y: auto;
      grid-template: minmax(min-content, 1fr) auto auto / minmax(0, 1fr);
      padding: 0 var(--s-4);
    }

    ct-person {
      padding: var(--s-3) 0;
    }

    .facing {
      padding: var(--s-2) 0 var(--s-3);
      border-left: 0;
      border-top: var(--line) solid var(--hairline);
    }

    .weighed .pages {
      grid-template-rows: auto minmax(min-content, 1fr) auto auto;
    }

    .looking .pages {
      grid-template: auto auto auto / minmax(0, 1fr) minmax(0, 1fr);
    }

    .looking ct-person,
    .looking .facing {
      padding-block: var(--s-2);
    }

    .weighed ct-person,
    .weighed .facing {
      padding-top: var(--s-2);
    }

    .weighed .facing {
      gap: var(--s-2);
    }

    ct-price {
      flex: none;
      height: 92px;
      min-height: 0;
    }

    ct-own-score {
      height: 84px;
      margin: 0 var(--s-4);
      padding: var(--s-1) 0;
    }

    footer {
      padding: var(--s-3) var(--s-4) max(var(--s-3), env(safe-area-inset-bottom));
    }
  }

  @media print {
    footer,
    .ways,
    .foot {
      display: none;
    }

    .desk.desk {
      height: auto;
      min-height: 0;
    }

    .desk .choosing {
      padding-block: var(--s-4) 0;
    }

    .cockpit .pages {
      overflow: visible;
    }
  }

  /* On a small telephone the line of those who wait comes before one's own. */
  @media screen and (max-width: 760px) and (max-height: 720px) {
    .cockpit:not(.looking) {
      overflow-y: auto;
    }

    .cockpit:not(.looking) .pages {
      flex: none;
      overflow: visible;
    }
  }

  /* Too low for a part that stays: all of it is scrolled. */
  @media screen and (max-height: 540px), screen and (max-width: 760px) and (max-height: 600px) {
    .cockpit.cockpit {
      overflow-y: auto;
    }

    .cockpit .pages {
      flex: none;
      overflow: visible;
    }
  }
`;
