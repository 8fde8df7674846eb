import { html, nothing } from 'lit';
import { labelOf, sceneOf } from '../../../models/doors/game.ts';
import {
  type Competency,
  type Cue,
  type Debrief,
  type Decision,
  type Further,
  type Return,
  STATES,
} from '../../../models/doors/play.ts';
import { isProblem, type PublicView } from '../../../models/doors/scenario.ts';
import type { Debriefing, DebriefRoom } from '../../state/debrief.ts';
import { debriefWords } from '../../text/debrief.ts';
import { figure, minutesAndSeconds, percent } from '../../text/figures.ts';
import { furtherWords } from '../../text/further.ts';
import { language } from '../../text/language.ts';
import { shareBar } from './bar.ts';
import { masksPart } from './masks.ts';
import { cameOf, hourOf, matterOf, talkOf } from './telling.ts';

/** What is told on demand: each part is folded until it is asked for. */
interface Telling {
  readonly found: Debrief;
  readonly publicView: PublicView;
  readonly debriefing: Debriefing;
}

type Cells = readonly unknown[];

function table(name: string, columns: readonly string[], rows: readonly Cells[]) {
  return html`<div class="scroll" tabindex="0" role="region" aria-label=${name}>
    <table>
      <thead>
        <tr>
          ${columns.map((one) => html`<th scope="col">${one}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map((cells) => html`<tr>${cells.map((one) => html`<td>${one}</td>`)}</tr>`)}
      </tbody>
    </table>
  </div>`;
}

/** Each caller of the day: when, what about, how long, who waited, what it came to. */
export function callersTable(decisions: readonly Decision[], publicView: PublicView) {
  const { callers, columns } = debriefWords();
  const rows = decisions.map((one) => [
    hourOf(publicView, one.tookAt),
    matterOf(one, publicView),
    minutesAndSeconds(one.talkedMs),
    one.waiting,
    cameOf(one, publicView),
  ]);
  return table(callers, Object.values(columns), rows);
}

/** The talks in a few words, from their places. */
const listed = (places: readonly number[], { found, publicView }: Telling): string =>
  places
    .flatMap((place) => found.decisions[place] ?? [])
    .map((one) => talkOf(one, publicView))
    .join(' ; ');

/** Of which features a competency was read, and how often there was an occasion. */
function featuresOf({ features }: Competency): string {
  const { competencies: words } = furtherWords();
  return features
    .map(({ n, name, value }) => {
      const what = words.features[name];
      return value === null ? `${what} : ${words.none}` : `${what} ${percent(value)} (${n})`;
    })
    .join(' · ');
}

/** « 62 % (entre 41 % et 83 %) » */
export function competencyShown({ high, low, value }: Competency): string {
  const { between, competencies } = furtherWords();
  if (value === null) return competencies.none;
  return between(percent(value), percent(low), percent(high));
}

function competency(one: Competency, telling: Telling) {
  const { competencies: words } = furtherWords();
  const shown = [
    [words.best, listed(one.best, telling)],
    [words.least, listed(one.least, telling)],
  ] as const;
  return html`<article class="competency">
    <h3>${words.of[one.name]}</h3>
    <p>${competencyShown(one)}</p>
    ${one.value === null ? nothing : shareBar(one.value, one.low, one.high)}
    <p class="label">${featuresOf(one)}</p>
    ${shown.map(([name, calls]) =>
      calls ? html`<p class="label">${name} : ${calls}</p>` : nothing,
    )}
  </article>`;
}

function competencies({ competencies: all }: Further, telling: Telling) {
  const { competencies: words, hypothesis } = furtherWords();
  return html`<details>
    <summary>${words.title}</summary>
    <p class="label">${words.says} <em>${hypothesis}</em></p>
    <div class="competencies">${all.map((one) => competency(one, telling))}</div>
  </details>`;
}

function cues({ cues: all }: Further, { found, publicView }: Telling) {
  const { cues: words } = furtherWords();
  const gestures = publicView.arbitration?.gestures;
  if (!gestures || all.length === 0) return nothing;
  const scene = sceneOf(gestures.scene);
  const betrays = ({ hint }: Cue): string =>
    hint < STATES
      ? words.state(labelOf(scene, 'state', hint, language()))
      : words.need(labelOf(scene, 'need', hint - STATES, language()));
  return html`<details>
    <summary>${words.title}</summary>
    <p>${words.says(all.filter(({ heard }) => heard).length, all.length)}</p>
    <ul class="plain">
      ${all.map((cue) => {
        const one = found.decisions[cue.talk];
        if (one === undefined) return nothing;
        const after = cue.acted === null ? '' : ` ; ${cue.acted ? words.acted : words.ignored}`;
        return html`<li>
          ${talkOf(one, publicView)} : ${betrays(cue)}.
          <span class="label">${cue.heard ? words.heard : words.unheard}${after}</span>
        </li>`;
      })}
    </ul>
  </details>`;
}

function returnLine({ at, from, fromAt, to }: Return, { found, publicView }: Telling): string {
  const { returns: words } = furtherWords();
  const { decisions } = found;
  const [cause, back] = [decisions[from], decisions[to]];
  const before = cause
    ? `${hourOf(publicView, fromAt)} (${words.you}), ${matterOf(cause, publicView)}`
    : words.unknown;
  const matter = cause || !back ? '' : `, ${matterOf(back, publicView)}`;
  const whose = back ? words.you : words.other;
  return words.line(before, `${hourOf(publicView, at)} (${whose})${matter}`);
}

function returns({ returns: all }: Further, telling: Telling) {
  const { returns: words } = furtherWords();
  return html`<details>
    <summary>${words.title}</summary>
    ${
      all.length === 0
        ? html`<p>${words.none}</p>`
        : html`<ul class="plain">
            ${all.map((one) => html`<li>${returnLine(one, telling)}</li>`)}
          </ul>`
    }
  </details>`;
}

const outOf100 = (score: number | null): string =>
  score === null ? furtherWords().lived.none : figure(score);

export function livedSaid({ lived }: Further): string {
  if (lived === null || lived.contact === null || lived.journey === null) return '';
  return furtherWords().lived.says(outOf100(lived.contact), outOf100(lived.journey));
}

function lived(further: Further, { found, publicView }: Telling) {
  const { hypothesis, lived: words } = furtherWords();
  const said = livedSaid(further);
  if (further.lived === null || said === '') return nothing;
  const rows = further.lived.callers.flatMap(({ contact, journey, talk }): Cells[] => {
    const one = found.decisions[talk];
    if (one === undefined) return [];
    const [hour, matter] = [hourOf(publicView, one.tookAt), matterOf(one, publicView)];
    return [[hour, matter, outOf100(contact), outOf100(journey)]];
  });
  return html`<details>
    <summary>${words.title}</summary>
    <p>${said}</p>
    <p class="label">${words.why} <em>${hypothesis}</em></p>
    ${table(words.title, [words.time, words.caller, words.contact, words.journey], rows)}
  </details>`;
}

function uneasy({ found, publicView }: Telling) {
  const words = debriefWords();
  const { decisions, moments } = found;
  if (moments.uneasy.length === 0) return nothing;
  return html`<details>
    <summary>${words.uneasy}</summary>
    <p class="label">${words.uneasySays}</p>
    <ul class="plain">
      ${moments.uneasy.map((place) => {
        const one = decisions[place];
        if (one === undefined) return nothing;
        const time = hourOf(publicView, one.at);
        return html`<li>
          ${words.at(time, minutesAndSeconds(one.talkedMs), one.waiting)} :
          ${matterOf(one, publicView)}
        </li>`;
      })}
    </ul>
  </details>`;
}

/** What chance made of the day: asked for, since two hundred days are played. */
function luck({ debriefing }: Telling) {
  const { luck: words, unit } = debriefWords();
  const { luck: found } = debriefing.state;
  const told = () => {
    if (found === null)
      return html`<p>
        <button class="button" @click=${() => debriefing.fortune()}>${words.ask}</button>
      </p>`;
    if (found === 'working') return html`<p class="label">${words.working}</p>`;
    if (isProblem(found)) return html`<ct-notice quiet .problem=${found}></ct-notice>`;
    const own = Math.abs(found.own);
    return html`<p>
      ${words.harder(percent(found.harder))}
      ${own < 0.05 ? words.same : words.own(unit(own), found.own < 0)}
    </p>`;
  };
  return html`<details>
    <summary>${words.title}</summary>
    <div role="status">${told()}</div>
  </details>`;
}

/** Hurry, care and the price on the same callers: asked for likewise. */
function others({ debriefing, found }: Telling, code: string, { whatIf }: DebriefRoom) {
  const { others: words } = furtherWords();
  if (!found.weighed) return nothing;
  const ask = html`<p>
    <button class="button" @click=${() => debriefing.playOthers()}>${words.ask}</button>
  </p>`;
  const shown = whatIf
    ? html`<ct-what-if code="-" .ask=${whatIf}></ct-what-if>`
    : html`<ct-what-if .code=${code}></ct-what-if>`;
  return html`<details>
    <summary>${words.title}</summary>
    ${debriefing.state.others ? shown : ask}
  </details>`;
}

export function furtherParts(telling: Telling, code: string, room: DebriefRoom) {
  const words = debriefWords();
  const { debriefing, found, publicView } = telling;
  const { decisions, further } = found;
  return html`<section class="further">
    <h2>${words.more}</h2>
    ${further?.masks ? masksPart(further.masks, decisions, publicView, debriefing) : nothing}
    ${further ? competencies(further, telling) : nothing}
    ${further ? cues(further, telling) : nothing}
    <details>
      <summary>${words.callers}</summary>
      ${callersTable(decisions, publicView)}
    </details>
    ${further ? returns(further, telling) : nothing} ${further ? lived(further, telling) : nothing}
    ${uneasy(telling)} ${others(telling, code, room)} ${luck(telling)}
  </section>`;
}
