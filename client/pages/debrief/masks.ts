import { html, nothing } from 'lit';
import type { Decision, MaskShare, Masks } from '../../../models/doors/play.ts';
import type { PublicView } from '../../../models/doors/scenario.ts';
import type { Debriefing } from '../../state/debrief.ts';
import { figure, percent } from '../../text/figures.ts';
import { furtherWords } from '../../text/further.ts';
import { shareBar } from './bar.ts';
import { hourOf, talkOf } from './telling.ts';

/** Two by two, as the text that names them prints them. */
const CELLS = ['professional', 'natural', 'disengagement', 'avoidance'] as const;
/** A call is said to look like a mask where that is likelier than not. */
const LIKELY = 0.5;

/** The mask that stands out; null where two could be the first. */
function standsOut({ shares }: Masks): MaskShare['mask'] | null {
  const [first, second] = [...shares].sort((a, b) => b.share - a.share);
  if (first === undefined || second === undefined) return null;
  return first.low > second.share ? first.mask : null;
}

function cell(mask: MaskShare['mask'], masks: Masks, debriefing: Debriefing) {
  const { between, masks: words } = furtherWords();
  const { guess } = debriefing.state;
  const one = masks.shares.find((share) => share.mask === mask);
  const name = html`<strong>${words.of[mask]}</strong>
    <span class="label">${words.are[mask]}</span>`;
  if (guess === null || one === undefined)
    return html`<button class="mask" @click=${() => debriefing.guess(mask)}>${name}</button>`;
  const [share, low, high] = [one.share, one.low, one.high].map(percent) as [
    string,
    string,
    string,
  ];
  return html`<div class="mask">
    ${name} ${shareBar(one.share, one.low, one.high)}
    <span>${between(share, low, high)}</span>
    ${guess === mask ? html`<span class="mine">${words.yours}</span>` : nothing}
  </div>`;
}

function verdict(masks: Masks, guess: MaskShare['mask']): string {
  const { masks: words } = furtherWords();
  const most = standsOut(masks);
  if (most === null) return words.unsure;
  return most === guess ? words.same : words.other(words.of[most]);
}

/** The calls that say so. */
function calls(masks: Masks, decisions: readonly Decision[], publicView: PublicView) {
  const { masks: words } = furtherWords();
  const told = masks.talks.filter(({ share, signs }) => share >= LIKELY && signs.length > 0);
  return html`<ul class="plain">
    ${told.map(({ at, mask, signs, talk }) => {
      const one = decisions[talk];
      const what = one ? talkOf(one, publicView) : `${hourOf(publicView, at)}, ${words.missed}`;
      return html`<li>
        ${what} : ${signs.map((sign) => words.signs[sign]).join(', ')}
        <span class="label">(${words.of[mask]})</span>
      </li>`;
    })}
  </ul>`;
}

export function masksPart(
  masks: Masks,
  decisions: readonly Decision[],
  publicView: PublicView,
  debriefing: Debriefing,
) {
  const { hypothesis, masks: words } = furtherWords();
  const { guess } = debriefing.state;
  return html`<details>
    <summary>${words.title}</summary>
    <p role="status">${guess === null ? words.asks : verdict(masks, guess)}</p>
    <div class="masks">${CELLS.map((mask) => cell(mask, masks, debriefing))}</div>
    ${
      guess === null
        ? nothing
        : html`<p class="label">${words.says(masks.talks.length)} <em>${hypothesis}</em></p>
            ${calls(masks, decisions, publicView)}`
    }
  </details>`;
}

/** The same on paper, in one line. */
export function masksLine(masks: Masks): string {
  const { masks: words } = furtherWords();
  return [...masks.shares]
    .sort((a, b) => b.share - a.share)
    .map(({ high, low, mask, share }) => {
      const points = (n: number): string => figure(100 * n);
      return `${words.of[mask]} ${percent(share)} (${points(low)}–${points(high)})`;
    })
    .join(' · ');
}
