import { css } from 'lit';

/** Read from twelve metres: what counts is a twenty-fifth of the height of the screen at least. */
export const teamsStyles = css`
  :host {
    --small: clamp(0.875rem, min(2.3vh, 1.5vw), 1.75rem);
    --big: clamp(1.75rem, min(5.4vh, 3.4vw), 4.5rem);
    box-sizing: border-box;
    display: flex;
    flex-direction: column;
    gap: 1.2vh;
    min-height: 0;
    padding: 1.8vh 2.4vw 1.4vh;
  }

  header {
    display: flex;
    align-items: baseline;
    gap: var(--s-8);
    font-size: var(--small);
    line-height: 1.2;
  }

  header > div {
    flex: 1;
    min-width: 0;
  }

  h1 {
    font: italic 400 calc(var(--small) * 1.25) / 1.2 var(--serif);
  }

  .hour {
    font: 400 var(--big) / 1 var(--serif);
    font-variant-numeric: lining-nums tabular-nums;
  }

  .room {
    display: grid;
    text-align: right;
    color: var(--ink-soft);
  }

  .room strong {
    letter-spacing: 0.06em;
    color: var(--ink);
  }

  .label {
    font-size: max(0.75rem, calc(0.8 * var(--small)));
    line-height: 1.25;
    color: var(--ink-soft);
  }

  .bands {
    --veil: 90%;
    position: relative;
    flex: 1;
    min-height: 0;
  }

  ol {
    height: 100%;
    display: grid;
    grid-template-rows: repeat(var(--teams), minmax(0, 1fr));
    list-style: none;
  }

  li {
    display: grid;
    grid-template-columns: minmax(8.5rem, 13vw) auto minmax(0, 1fr);
    gap: 0 clamp(1rem, 2.4vw, 3.5rem);
    align-items: center;
    min-height: 0;
    border-top: var(--line) solid var(--hairline);
  }

  h2 {
    font: 400 calc(1.35 * var(--small)) / 1.15 var(--serif);
  }

  .figures {
    display: flex;
    gap: clamp(1rem, 2vw, 3rem);
  }

  .figures p {
    display: grid;
    min-width: calc(2.1 * var(--big));
    line-height: 1.15;
  }

  .figures small {
    font-size: max(0.75rem, calc(0.8 * var(--small)));
    color: var(--ink-soft);
    white-space: nowrap;
  }

  .big {
    font: 500 var(--big) / 1 var(--sans);
    letter-spacing: -0.03em;
    font-variant-numeric: lining-nums tabular-nums;
  }

  ct-score {
    height: 100%;
    min-height: 0;
  }

  .pager {
    display: flex;
    align-items: center;
    justify-content: flex-end;
    gap: var(--s-4);
    font-size: max(0.75rem, calc(0.8 * var(--small)));
  }

  .modes {
    display: flex;
    gap: var(--s-2);
  }

  .save {
    margin-left: auto;
  }

  ct-same-caller,
  ct-two-axes {
    flex: 1;
  }

  .controls {
    flex: none;
    padding-top: 1vh;
    border-top: var(--line) solid var(--hairline);
  }

  @media screen and (max-width: 700px) {
    :host {
      padding: var(--s-3) var(--s-4) var(--s-6);
    }

    header {
      flex-wrap: wrap;
      gap: var(--s-1) var(--s-4);
    }

    header > div {
      flex: 1 0 100%;
      order: 1;
    }

    .room {
      flex: 1;
    }

    ol {
      height: auto;
      display: block;
    }

    li {
      grid-template-columns: minmax(0, 1fr) auto;
      gap: var(--s-2) var(--s-4);
      padding: var(--s-3) 0;
    }

    ct-score {
      grid-column: 1 / -1;
      height: 9rem;
    }

    .bands ct-invitation {
      position: static;
      background: none;
    }
  }
`;
