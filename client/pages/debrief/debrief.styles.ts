import { css } from 'lit';

export const debriefStyles = css`
  main {
    max-width: calc(var(--page) + 2 * var(--s-12));
    margin: 0 auto;
    padding: var(--s-8) var(--s-12) var(--s-16);
    outline: 0;
  }

  .place {
    margin-bottom: var(--s-3);
    font: italic 400 var(--t-18) / var(--snug) var(--serif);
    color: var(--ink-soft);
  }

  h1 {
    max-width: 26ch;
    margin-bottom: var(--s-10);
    font: 400 clamp(1.75rem, 4vw, var(--t-48)) / 1.12 var(--serif);
    text-wrap: balance;
  }

  .goal {
    margin: calc(-1 * var(--s-6)) 0 var(--s-8);
    max-width: 60ch;
    color: var(--ink-soft);
  }

  h3 {
    font: 500 var(--t-18) / 1.25 var(--serif);
  }

  .moments {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 15rem), 1fr));
    gap: var(--s-6) var(--s-10);
  }

  .moment {
    display: grid;
    align-content: start;
    gap: var(--s-2);
    padding-top: var(--s-3);
    border-top: 2px solid var(--ink);
  }

  .moment.given {
    border-color: var(--hurry);
  }

  .moment.refused,
  .moment.paid {
    border-color: var(--care);
  }

  .if {
    display: grid;
    gap: var(--s-2);
    margin-top: var(--s-2);
  }

  .if summary {
    min-height: var(--touch);
    display: flex;
    align-items: center;
    cursor: pointer;
    text-decoration: underline;
    text-decoration-thickness: 1px;
    text-underline-offset: 0.2em;
  }

  .bets,
  .ways {
    display: flex;
    flex-wrap: wrap;
    gap: var(--s-2);
  }

  .found {
    display: grid;
    gap: var(--s-1);
    padding-left: var(--s-3);
    border-left: 2px solid var(--hairline);
  }

  .found h4 {
    font: 500 var(--t-14) / 1.3 var(--sans);
    color: var(--ink-soft);
  }

  details > summary {
    cursor: pointer;
  }

  section {
    grid-template-columns: minmax(0, 1fr);
  }

  section > details {
    min-width: 0;
    padding: 0;
  }

  .further {
    gap: 0;
  }

  .further h2 {
    margin-bottom: var(--s-3);
  }

  .further > details {
    border-top: var(--line) solid var(--hairline);
  }

  .further > details[open] {
    padding-bottom: var(--s-4);
  }

  section > details > summary::before {
    content: '';
    flex: none;
    width: 0.5em;
    height: 0.5em;
    margin-right: var(--s-3);
    border: solid var(--ink-soft);
    border-width: 0 1.5px 1.5px 0;
    transform: rotate(-45deg);
  }

  section > details[open] > summary::before {
    transform: rotate(45deg);
  }

  .told {
    max-width: 40ch;
    font: 400 var(--t-28) / 1.25 var(--serif);
    text-wrap: balance;
  }

  section > details > summary {
    min-height: var(--touch);
    display: flex;
    align-items: center;
    font: 400 var(--t-18) / 1.3 var(--serif);
  }

  li {
    overflow-wrap: anywhere;
  }

  .scroll {
    overflow-x: auto;
  }

  table {
    width: 100%;
    border-collapse: collapse;
    font-size: var(--t-14);
  }

  th {
    font-weight: 500;
    color: var(--ink-soft);
    text-align: left;
  }

  th,
  td {
    padding: var(--s-2) var(--s-4) var(--s-2) 0;
    border-bottom: var(--line) solid var(--hairline);
    vertical-align: top;
  }

  .said {
    font: italic 400 var(--t-18) / 1.35 var(--serif);
  }

  .old {
    margin-bottom: var(--s-6);
    padding: var(--s-3) var(--s-4);
    background: var(--wash);
  }

  em {
    font: italic 400 var(--t-14) / 1.2 var(--serif);
    color: var(--ink-faint);
  }

  .bar {
    display: block;
    width: 100%;
    height: 8px;
  }

  .bar path {
    fill: none;
    stroke: var(--hairline);
    stroke-width: 1;
    vector-effect: non-scaling-stroke;
  }

  .bar .range {
    stroke: var(--mark);
    stroke-width: 4;
  }

  .bar .value {
    stroke: var(--ink);
    stroke-width: 3;
  }

  /* Two by two, whatever the width: that is how they are printed. */
  .masks {
    display: grid;
    grid-template-columns: repeat(2, minmax(0, 1fr));
    gap: var(--s-3);
    margin: var(--s-3) 0;
  }

  .mask {
    display: grid;
    align-content: start;
    gap: var(--s-1);
    min-height: var(--touch);
    padding: var(--s-3) var(--s-4);
    border: var(--line) solid var(--mark);
    border-radius: var(--radius);
    background: transparent;
    color: var(--ink);
    font: inherit;
    text-align: left;
    overflow-wrap: anywhere;
    hyphens: auto;
  }

  .mask strong {
    font: 500 var(--t-18) / 1.25 var(--serif);
  }

  .mine {
    justify-self: start;
    padding: 0 var(--s-2);
    background: var(--wash);
    font-size: var(--t-14);
  }

  button.mask {
    cursor: pointer;
  }

  button.mask:hover {
    background: var(--wash);
  }

  .competencies {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 20rem), 1fr));
    gap: var(--s-6) var(--s-10);
    margin: var(--s-3) 0;
  }

  .competency {
    display: grid;
    align-content: start;
    gap: var(--s-1);
  }

  .further > details > :not(summary) {
    margin-bottom: var(--s-3);
  }

  .plain li {
    padding: var(--s-1) 0;
  }

  .own {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(15rem, 1fr));
    gap: var(--s-6);
  }

  .ways {
    margin: var(--s-8) 0 var(--s-4);
  }

  .ends {
    margin-top: var(--s-6);
  }

  @media (max-width: 760px) {
    /* A word is not cut in three for five columns: the table moves under the thumb. */
    .scroll table {
      min-width: 30rem;
    }

    main {
      padding: var(--s-5) var(--s-5) var(--s-12);
    }

    .mask {
      padding: var(--s-2) var(--s-3);
    }
  }
`;
