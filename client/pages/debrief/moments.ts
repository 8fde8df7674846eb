import { html, nothing } from 'lit';
import type { Debrief, Decision } from '../../../models/doors/play.ts';
import type { PublicView } from '../../../models/doors/scenario.ts';
import {
  BETS,
  type Debriefing,
  judged,
  type Kind,
  otherwise,
  type Tried,
} from '../../state/debrief.ts';
import { debriefWords } from '../../text/debrief.ts';
import { minutesAndSeconds } from '../../text/figures.ts';
import { cameOf, hourOf, talkOf, wantedOf } from './telling.ts';

/** The three moments: each in two lines, and on tap what would have been otherwise. */

const KINDS = ['given', 'refused', 'paid'] as const satisfies readonly Kind[];
const MINUTE_MS = 60_000;

/** A moment of a day: which, and the talk. */
export interface Moment {
  readonly kind: Kind;
  readonly place: number;
  readonly one: Decision;
}

export const momentsOf = ({ decisions, moments }: Debrief): readonly Moment[] =>
  KINDS.flatMap((kind) => {
    const place = moments[kind];
    const one = place === null ? undefined : decisions[place];
    return place === null || one === undefined ? [] : [{ kind, place, one }];
  });

export const worthOf = ({ kind, one }: Moment): number =>
  ({ given: one.given, refused: one.refused, paid: one.paid ?? 0 })[kind];

/** What that day says of it, sentence by sentence. */
export function storyOf({ story }: Tried): readonly string[] {
  const { ifs } = debriefWords();
  if (story === null) return [];
  const { comebacks, gaveUp, waitedMin } = story.difference;
  const [as, other] = [story.decided.inHand.solved, story.otherwise.inHand.solved];
  const told = [
    Math.abs(waitedMin) >= 0.05 ? ifs.waited(waitedMin) : '',
    gaveUp === 0 ? '' : ifs.gaveUp(gaveUp),
    comebacks === 0 ? '' : ifs.back(comebacks),
    as === other ? '' : other === true ? ifs.solvedInstead : ifs.openInstead,
  ].filter(Boolean);
  return told.length === 0 ? [ifs.nothing] : told;
}

/** What fresh futures say of it. */
export function averageOf({ average }: Tried): string {
  const { ifs, unit } = debriefWords();
  if (average === null) return '';
  const { difference, halfWidth, pairs, verdict } = average;
  const found =
    verdict === 'undecided'
      ? ifs.verdict.undecided
      : ifs.verdict[verdict](unit(Math.abs(difference)), unit(halfWidth));
  return `${ifs.averageSays(pairs)} ${found}`;
}

const lengthOf = (minutes: number): string => minutesAndSeconds(Math.abs(minutes) * MINUTE_MS);

/** The question, as it is asked in full. */
export const askedOf = (minutes: number): string =>
  debriefWords().ifs.asks(lengthOf(minutes), minutes < 0);

function found(tried: Tried) {
  const { ifs } = debriefWords();
  const { average, problem, story } = tried;
  const right = judged(tried);
  const isOver = average !== null || problem !== null;
  return html`${
    story
      ? html`<div class="found">
          <h4>${ifs.story}</h4>
          <p>${storyOf(tried).join(' ')}</p>
          <p class="label">${ifs.storySays}</p>
        </div>`
      : nothing
  }
  ${
    average
      ? html`<div class="found">
          <h4>${ifs.average}</h4>
          <p>${averageOf(tried)}</p>
          <p class="label">${right === null ? ifs.betOpen : right ? ifs.betRight : ifs.betWrong}</p>
        </div>`
      : nothing
  }
  ${isOver ? nothing : html`<p class="label">${ifs.working}</p>`}
  <ct-notice quiet .problem=${problem}></ct-notice>`;
}

function whatIf({ kind, one, place }: Moment, publicView: PublicView, debriefing: Debriefing) {
  const words = debriefWords();
  const { ifs } = words;
  const tried = debriefing.state.tried.get(place);
  const minutes = tried?.minutes ?? otherwise(kind, one);
  const title = minutes < 0 ? ifs.earlier(lengthOf(minutes)) : ifs.later(lengthOf(minutes));
  const at = words.at(hourOf(publicView, one.tookAt), minutesAndSeconds(one.talkedMs), one.waiting);
  return html`<details class="if">
    <summary>${title}</summary>
    <p class="said">${wantedOf(one, publicView)}</p>
    <p class="label">${at}</p>
    <p>${words[kind](words.unit(worthOf({ kind, one, place })))} ${cameOf(one, publicView)}</p>
    <p><strong>${askedOf(minutes)}</strong></p>
    ${
      tried === undefined
        ? html`<p class="label">${ifs.bet}</p>
            <p class="bets">
              ${BETS.map(
                (bet) => html`<button
                  class="button"
                  @click=${() => debriefing.wager(place, minutes, bet)}
                >
                  ${ifs.bets[bet]}
                </button>`,
              )}
            </p>`
        : nothing
    }
    <div role="status">${tried === undefined ? nothing : found(tried)}</div>
  </details>`;
}

/** A moment in two lines. */
export function momentCard(
  moment: Moment,
  publicView: PublicView,
  { weighed }: Debrief,
  debriefing: Debriefing,
) {
  const words = debriefWords();
  const { kind, one } = moment;
  const back = one.back === null ? '' : words.came.backShort(hourOf(publicView, one.back.at));
  return html`<article class="moment ${kind}">
    <h3>${words.moment[kind]}</h3>
    <p class="label">${talkOf(one, publicView)}</p>
    <p>${words.worth[kind](words.unit(worthOf(moment)))} ${back}</p>
    ${weighed ? whatIf(moment, publicView, debriefing) : nothing}
  </article>`;
}

/** How often one's bets were right. */
export function tally({ state }: Debriefing) {
  const { ifs } = debriefWords();
  const judgements = [...state.tried.values()].map(judged).filter((one) => one !== null);
  if (judgements.length === 0) return nothing;
  return html`<p class="label">
    ${ifs.tally(judgements.filter(Boolean).length, judgements.length)}
  </p>`;
}
