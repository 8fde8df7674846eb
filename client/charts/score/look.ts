import { css } from 'lit';

/** How the score is drawn; the colours are the tokens of the look. */
export const scoreLook = css`
  .score { position: relative; display: block; overflow: hidden; }
  .score svg { display: block; overflow: hidden; }
  .score canvas { display: block; }
  .score > svg { position: relative; }
  .score text { font-family: var(--sans); font-feature-settings: 'tnum' 1; fill: var(--ink-faint); }
  .score .name { font-family: var(--serif); font-style: italic; fill: var(--ink-soft); }
  .score .desk { fill: var(--ink-soft); }
  .score .hour { font-family: var(--serif); fill: var(--ink-soft); }
  .score .staff { stroke: var(--rule); stroke-width: 1; fill: none; }
  .score .staff.is-out { stroke: var(--hairline); stroke-dasharray: 1 5; }
  .score .staff.is-notReady { stroke-dasharray: 5 4; }
  .score .floor { stroke: var(--rule); stroke-width: 1; }
  .score .bracket { fill: var(--ink); }
  .score .person { fill: var(--ink); }
  .score .barline { stroke: var(--hairline); stroke-width: 1; fill: none; }
  .score .barline.quarter { stroke: var(--rule); }
  .score .double { fill: var(--ink-soft); }
  .score path.event { stroke: var(--ink-soft); stroke-width: 1.5; fill: none; }
  .score text.event { font-family: var(--serif); font-style: italic; fill: var(--ink); }
  .score .playhead { stroke: var(--ink); stroke-width: 1.5; fill: none; }
  .score .now { font-family: var(--serif); fill: var(--ink); }
  .score .oldest { font-weight: 550; fill: var(--ink); }
  .score .mark { fill: none; stroke: none; }
  .score .waited { stroke: var(--rule); stroke-width: 1; }
  .score .lost { stroke: var(--mark); stroke-width: 1; }
  .score .waits { stroke: var(--ink-soft); stroke-width: 1.2; }
  .score .overdue { stroke: var(--ink); stroke-width: 2.2; }
  .score .lead { stroke: var(--mark); stroke-width: 1; }
  .score .leadLong { stroke: var(--ink-soft); stroke-width: 1.2; }
  .score .tail { stroke: var(--mark); stroke-width: 2; }
  .score .slurLost { fill: var(--mark); }
  .score .slur { fill: var(--ink); }
  .score .slurHurry { fill: var(--hurry); }
  .score .slurCare { fill: var(--care); }
  .score .gliss { stroke: var(--ink-soft); stroke-width: 1.2; stroke-dasharray: 4 3; }
  .score .hold { stroke: var(--ink); stroke-width: 1; }
  .score .holdHurry { stroke: var(--hurry); stroke-width: 1; }
  .score .holdCare { stroke: var(--care); stroke-width: 1; }
  .score .open { stroke: var(--ink); stroke-width: 1.6; fill: var(--paper); }
  .score .openCare { stroke: var(--care); stroke-width: 1.6; fill: var(--paper); }
  .score .note { fill: var(--ink); }
  .score .hurry { fill: var(--hurry); }
  .score .care { fill: var(--care); }
  .score .cross { stroke: var(--ink); stroke-width: 2; stroke-linecap: round; }
  .score.dense .note { fill: var(--ink-faint); }
  .score.dense .tail { stroke: var(--hairline); stroke-width: 1.5; }
  .score.dense .slur, .score.dense .slurHurry, .score.dense .slurCare { opacity: 0.5; }
  .score.dense .waited { stroke: var(--hairline); }
  .score.dense .lost { stroke: var(--rule); }
  .score.dense .waits { stroke: var(--mark); stroke-width: 1; }
  .score.dense .overdue { stroke: var(--ink-soft); stroke-width: 1; }
  .score.dense .cross { stroke-width: 1; }
  .score.dense .hold { stroke: var(--rule); }
`;
