import { html, nothing } from 'lit';
import type { Debrief } from '../../../models/doors/play.ts';
import type { PublicView } from '../../../models/doors/scenario.ts';
import type { Debriefing } from '../../state/debrief.ts';
import { debriefWords } from '../../text/debrief.ts';
import { minutesAndSeconds } from '../../text/figures.ts';
import { furtherWords } from '../../text/further.ts';
import { language, say } from '../../text/language.ts';
import { codeShown } from '../../wire/code.ts';
import { adviceFound, adviceSaid } from './advice.ts';
import { callersTable, competencyShown, livedSaid } from './further.ts';
import { masksLine } from './masks.ts';
import { askedOf, averageOf, type Moment, momentsOf, storyOf, worthOf } from './moments.ts';
import { OWN_WORDS, wordsKept } from './own-words.ts';
import { cameOf, hourOf, wantedOf } from './telling.ts';

/** The debrief on paper, A4, two pages at most for a day of nine calls; nothing of it is folded. */

function moment(one: Moment, publicView: PublicView, debriefing: Debriefing) {
  const words = debriefWords();
  const { kind, one: talk, place } = one;
  const tried = debriefing.state.tried.get(place);
  const at = words.at(
    hourOf(publicView, talk.tookAt),
    minutesAndSeconds(talk.talkedMs),
    talk.waiting,
  );
  return html`<article>
    <h3>${words.moment[kind]}</h3>
    <p>${wantedOf(talk, publicView)}</p>
    <p class="label">${at}</p>
    <p>${words[kind](words.unit(worthOf(one)))} ${cameOf(talk, publicView)}</p>
    ${
      tried
        ? html`<p>
            <strong>${askedOf(tried.minutes)}</strong> ${storyOf(tried).join(' ')}
            ${averageOf(tried)}
          </p>`
        : nothing
    }
  </article>`;
}

function further({ further: told }: Debrief) {
  const { competencies, hypothesis, masks } = furtherWords();
  if (!told) return nothing;
  return html`<div class="two">
    <div>
      <h3>${competencies.title} <em>${hypothesis}</em></h3>
      <dl>
        ${told.competencies.map(
          (one) => html`<div>
            <dt>${competencies.of[one.name]}</dt>
            <dd>${competencyShown(one)}</dd>
          </div>`,
        )}
      </dl>
    </div>
    <div>
      ${
        told.masks
          ? html`<h3>${masks.title} <em>${hypothesis}</em></h3>
              <p>${masksLine(told.masks)}</p>`
          : nothing
      }
      <p>${livedSaid(told)}</p>
    </div>
  </div>`;
}

function advised(debriefing: Debriefing) {
  const said = adviceSaid(debriefing);
  if (said === '') return nothing;
  return html`<p>
    <strong>${debriefWords().advice.title} : ${said}</strong>
    <span class="label">${adviceFound(debriefing)}</span>
  </p>`;
}

function ownWords(code: string) {
  const { words } = debriefWords();
  const kept = OWN_WORDS.map((field) => [words[field], wordsKept(code, field)] as const);
  return html`<div class="three">
    ${kept.map(
      ([name, text]) => html`<div>
        <h3>${name}</h3>
        <p class="written">${text}</p>
      </div>`,
    )}
  </div>`;
}

export function paper(
  found: Debrief,
  publicView: PublicView,
  debriefing: Debriefing,
  { code, secret }: { readonly code: string; readonly secret: boolean },
) {
  const words = debriefWords();
  const today = new Intl.DateTimeFormat(language() === 'fr' ? 'fr-FR' : 'en-GB', {
    dateStyle: 'long',
  }).format(new Date());
  return html`<div class="paper">
    <p class="place">${say(publicView.name)}, ${today}</p>
    <h1>${say(found.sentence)}</h1>
    <ct-shift-line .debrief=${found} .opensAtMs=${publicView.opensAtMs}></ct-shift-line>
    <div class="three">
      ${momentsOf(found).map((one) => moment(one, publicView, debriefing))}
    </div>
    ${advised(debriefing)} ${callersTable(found.decisions, publicView)}
    ${further(found)} ${ownWords(code)}
    <p class="foot">
      ${words.rules(secret ? '' : codeShown(code), debriefing.state.rules)} · ${words.private}
    </p>
  </div>`;
}
