import { css } from 'lit';

/** Sizes follow the height of the screen: the main figures are a twelfth of it. */
export const wallStyles = css`
  :host {
    --big: clamp(2.25rem, min(8vh, 4.5vw), 6.5rem);
    --small: clamp(0.875rem, min(2.3vh, 1.5vw), 1.75rem);
    --vh: 1vh;
    --side: 22vw;
    --between: 3vw;
    --foot: clamp(5.5rem, 13vh, 12rem);
    box-sizing: border-box;
    display: flex;
    flex-direction: column;
    gap: calc(1.6 * var(--vh));
    min-height: 0;
    padding: 2.2vh 2.4vw 1.6vh;
  }

  header {
    display: flex;
    align-items: baseline;
    gap: var(--s-6);
    font-size: var(--small);
    line-height: 1.2;
    color: var(--ink-soft);
  }

  h1 {
    flex: 0 1 auto;
    min-width: 0;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
    font: italic 400 calc(var(--small) * 1.25) / 1.2 var(--serif);
    color: var(--ink);
  }

  ct-events {
    flex: 1 1 auto;
    min-width: 0;
    font-size: calc(var(--small) * 1.1);
  }

  .room,
  .people {
    flex: none;
    white-space: nowrap;
  }

  .address {
    margin-right: var(--s-3);
  }

  .code {
    font-weight: 600;
    letter-spacing: 0.06em;
    color: var(--ink);
  }

  ct-policies {
    margin-top: calc(-1 * var(--vh));
    font-size: max(0.75rem, calc(0.68 * var(--small)));
    line-height: 1.3;
    color: var(--ink-faint);
  }

  .figures {
    display: grid;
    grid-template-columns: auto minmax(12rem, 1.7fr) repeat(4, auto);
    gap: 0 clamp(1.25rem, 3.2vw, 5rem);
    align-items: start;
    padding-bottom: calc(1.4 * var(--vh));
    border-bottom: var(--line) solid var(--hairline);
  }

  .big {
    font: 500 var(--big) / 0.95 var(--sans);
    letter-spacing: -0.035em;
    white-space: nowrap;
  }

  .big.serif {
    font-family: var(--serif);
    font-weight: 400;
    letter-spacing: -0.01em;
    font-variant-numeric: lining-nums tabular-nums;
  }

  .figures .label {
    margin-top: calc(0.5 * var(--vh));
    font-size: var(--small);
    line-height: 1.2;
    color: var(--ink-soft);
  }

  .figures .label small {
    display: block;
    font-size: 0.72em;
    color: var(--ink-faint);
  }

  .sign {
    display: inline-block;
    width: 0.62em;
    height: 0.62em;
    margin-right: 0.12em;
    overflow: visible;
  }

  .sign path {
    fill: none;
    stroke: var(--ink);
    stroke-width: 2.4;
    stroke-linecap: round;
  }

  .sign .swell {
    fill: var(--ink);
    stroke: none;
  }

  ct-lived {
    padding-bottom: calc(1.4 * var(--vh));
    border-bottom: var(--line) solid var(--hairline);
  }

  ct-what-if {
    flex: none;
  }

  .voices {
    flex: none;
    display: flex;
    gap: var(--s-6);
    font: italic 400 var(--small) / 1.2 var(--serif);
    white-space: nowrap;
  }

  .voices span::before {
    content: '';
    display: inline-block;
    vertical-align: 0.2em;
    margin-right: 0.4em;
    forced-color-adjust: none;
  }

  .voices .care {
    color: var(--care-ink);
  }

  .voices .care::before {
    width: 1.6em;
    height: 0.3em;
    background: var(--care);
  }

  .voices .hurry {
    color: var(--hurry-ink);
  }

  .voices .hurry::before {
    width: 0.42em;
    height: 0.42em;
    border-radius: 50%;
    background: var(--hurry);
  }

  .music {
    position: relative;
    flex: 1;
    min-height: 0;
  }

  .music ct-score {
    height: 100%;
  }

  .foot {
    display: grid;
    grid-template: minmax(0, 1fr) / minmax(0, 1fr) minmax(0, var(--side));
    gap: var(--between);
    height: var(--foot);
    flex: none;
  }

  .controls {
    flex: none;
    padding-top: 1vh;
    border-top: var(--line) solid var(--hairline);
  }

  @media screen and (max-width: 1000px) {
    .figures {
      grid-template-columns: repeat(3, minmax(0, 1fr));
      gap: var(--s-3) var(--s-4);
    }

    .people,
    .voices {
      display: none;
    }
  }

  @media screen and (max-width: 700px) {
    :host {
      --big: 2.25rem;
      --small: 0.875rem;
      padding: var(--s-3) var(--s-4) var(--s-6);
      gap: var(--s-3);
    }

    header {
      flex-wrap: wrap;
      gap: 0 var(--s-3);
    }

    h1 {
      flex: 1;
    }

    ct-events {
      flex: 1 0 100%;
      order: 1;
    }

    .address {
      display: none;
    }

    .figures {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }

    .music {
      flex: none;
      height: max(22rem, 62vh);
      margin-inline: calc(-1 * var(--s-3));
    }

    .foot {
      grid-template: auto auto / minmax(0, 1fr);
      height: auto;
      gap: var(--s-4);
    }

    .foot > * {
      height: 7.5rem;
    }
  }

  /* A window too short for all of it: the score keeps its height, and the page is scrolled. */
  @media screen and (max-height: 599px), screen and (max-width: 1000px) and (max-height: 799px) {
    .music {
      flex: none;
      height: max(22rem, 62vh);
    }
  }

  /* On paper every size is that of the sheet: those of a window mean nothing there. */
  :host([printing]) {
    --vh: 7px;
    --big: 46px;
    --small: 14px;
    --side: 228px;
    --between: 32px;
    --foot: 96px;
    gap: 12px;
    padding: 0;
  }

  :host([printing]) ct-lived {
    --of: 36px;
  }

  :host([printing]) .figures {
    grid-template-columns: auto minmax(8rem, 1.7fr) repeat(4, auto);
    gap: 0 24px;
  }

  :host([printing]) .controls,
  :host([printing]) ct-invitation,
  :host([printing]) .address {
    display: none;
  }
`;
