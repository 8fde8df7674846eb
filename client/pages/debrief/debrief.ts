import { html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import '../../elements/again/again.ts';
import '../../elements/notice/notice.ts';
import '../../elements/shift-line/shift-line.ts';
import '../../elements/top-bar/top-bar.ts';
import '../lost/lost.ts';
import { labelOf, opening, sceneOf } from '../../../models/doors/game.ts';
import { type Debrief, type Decision, LEFT } from '../../../models/doors/play.ts';
import { isProblem, type PublicView } from '../../../models/doors/scenario.ts';
import { chapter } from '../../look/chapter.ts';
import { base, buttons, fields } from '../../look/shared.ts';
import { go, pathTo } from '../../route.ts';
import { BETS, Debriefing, judged, type Kind, otherwise, type Tried } from '../../state/debrief.ts';
import { enterAsSeat } from '../../state/enter.ts';
import type { Room, RoomState } from '../../state/room.ts';
import { Watch } from '../../state/watch.ts';
import { debriefWords } from '../../text/debrief.ts';
import { clockTime, minutesAndSeconds, percent } from '../../text/figures.ts';
import { LanguageController, language, quoted, say } from '../../text/language.ts';
import { debriefStyles } from './debrief.styles.ts';
import { ownWords } from './own-words.ts';

const KINDS = ['given', 'refused', 'paid'] as const satisfies readonly Kind[];
const MINUTE_MS = 60_000;

/** A day that is over, told to the person who sat there: one sentence, three moments, what if. */
@customElement('ct-debrief')
export class DebriefPage extends LitElement {
  private readonly language = new LanguageController(this);
  @property() code = '';
  /** How the room is entered; a test hands in a room of its own. */
  @property({ attribute: false }) enter: (code: string) => Room = enterAsSeat;
  private room: Room | null = null;
  private watch: Watch<RoomState> | null = null;
  private debriefing: Debriefing | null = null;

  static override styles = [base, buttons, fields, chapter, debriefStyles];

  override connectedCallback(): void {
    const room = this.enter(this.code);
    this.room = room;
    const { state$ } = room;
    this.debriefing = new Debriefing(
      (ask) => room.debrief(ask),
      () => this.requestUpdate(),
    );
    this.watch = new Watch(
      this,
      () => state$,
      (state) => this.heard(state),
    );
    super.connectedCallback();
    document.title = `${debriefWords().title} · Contretemps`;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.room?.close();
  }

  private begun = false;
  private heard({ clock }: RoomState): void {
    if (this.begun || !clock?.over) return;
    this.begun = true;
    void this.debriefing?.begin();
  }

  private hour(publicView: PublicView, at: number): string {
    return clockTime(publicView.opensAtMs + at);
  }

  /** What the caller wanted, in their words or by its kind. */
  private wanted({ attempt, says, shown, type }: Decision, publicView: PublicView): string {
    const gestures = publicView.arbitration?.gestures;
    if (shown !== null && gestures)
      return quoted(
        opening(sceneOf(gestures.scene), { ...shown, attempt, promised: false }, language()),
      );
    const of = publicView.types[type];
    const sentence = of?.says[says];
    return sentence ? quoted(say(sentence)) : of ? say(of.name) : '';
  }

  private came(one: Decision, publicView: PublicView): string {
    const { came } = debriefWords();
    const parts = [one.solved === null ? came.handed : one.solved ? came.solved : came.open];
    if (one.back !== null) parts.push(came.back(this.hour(publicView, one.back.at)));
    else if (one.left === LEFT.tomorrow) parts.push(came.tomorrow);
    else if (one.left === LEFT.lost) parts.push(came.lost);
    return parts.join(' ');
  }

  private moment(kind: Kind, found: Debrief, publicView: PublicView) {
    const words = debriefWords();
    const place = found.moments[kind];
    const one = place === null ? undefined : found.decisions[place];
    if (place === null || one === undefined) return nothing;
    const worth = { given: one.given, refused: one.refused, paid: one.paid ?? 0 }[kind];
    const time = this.hour(publicView, one.tookAt);
    return html`<article class="moment ${kind}">
      <h3>${words.moment[kind]}</h3>
      <p>${this.wanted(one, publicView)}</p>
      <p class="label">${words.at(time, minutesAndSeconds(one.talkedMs), one.waiting)}</p>
      <p>${words[kind](words.unit(worth))} ${this.came(one, publicView)}</p>
      ${found.weighed ? this.whatIf(kind, place, one) : nothing}
    </article>`;
  }

  private whatIf(kind: Kind, place: number, one: Decision) {
    const { ifs } = debriefWords();
    const tried = this.debriefing?.state.tried.get(place);
    const minutes = tried?.minutes ?? otherwise(kind, one);
    const length = minutesAndSeconds(Math.abs(minutes) * MINUTE_MS);
    const title = minutes < 0 ? ifs.earlier(length) : ifs.later(length);
    const bets = html`<p class="label">${ifs.bet}</p>
      <p class="bets">
        ${BETS.map(
          (bet) => html`<button
            class="button"
            @click=${() => this.debriefing?.wager(place, minutes, bet)}
          >
            ${ifs.bets[bet]}
          </button>`,
        )}
      </p>`;
    return html`<details class="if" ?open=${tried !== undefined}>
      <summary>${title}</summary>
      ${tried === undefined ? bets : this.found(tried)}
    </details>`;
  }

  private found(tried: Tried) {
    const { ifs, unit } = debriefWords();
    const { average, problem, story } = tried;
    const right = judged(tried);
    const isOver = average !== null || problem !== null;
    return html`<div role="status">
      ${story ? this.story(tried) : nothing}
      ${
        average
          ? html`<div class="found">
              <h4>${ifs.average}</h4>
              <p>
                ${ifs.averageSays(average.pairs)}
                ${
                  average.verdict === 'undecided'
                    ? ifs.verdict.undecided
                    : ifs.verdict[average.verdict](
                        unit(Math.abs(average.difference)),
                        unit(average.halfWidth),
                      )
                }
              </p>
              <p class="label">
                ${right === null ? ifs.betOpen : right ? ifs.betRight : ifs.betWrong}
              </p>
            </div>`
          : nothing
      }
      ${isOver ? nothing : html`<p class="label">${ifs.working}</p>`}
      <ct-notice .problem=${problem}></ct-notice>
    </div>`;
  }

  private story({ story }: Tried) {
    const { ifs } = debriefWords();
    if (story === null) return nothing;
    const { comebacks, gaveUp, waitedMin } = story.difference;
    const [as, other] = [story.decided.inHand.solved, story.otherwise.inHand.solved];
    const told = [
      Math.abs(waitedMin) >= 0.05 ? ifs.waited(waitedMin) : '',
      gaveUp === 0 ? '' : ifs.gaveUp(gaveUp),
      comebacks === 0 ? '' : ifs.back(comebacks),
      as === other ? '' : other === true ? ifs.solvedInstead : ifs.openInstead,
    ].filter(Boolean);
    return html`<div class="found">
      <h4>${ifs.story}</h4>
      <p>${told.length === 0 ? ifs.nothing : told.join(' ')}</p>
      <p class="label">${ifs.storySays}</p>
    </div>`;
  }

  private tally() {
    const { ifs } = debriefWords();
    const judgements = [...(this.debriefing?.state.tried.values() ?? [])]
      .map(judged)
      .filter((one) => one !== null);
    if (judgements.length === 0) return nothing;
    return html`<p class="label">
      ${ifs.tally(judgements.filter(Boolean).length, judgements.length)}
    </p>`;
  }

  /** The matter in a few words, or its kind. */
  private matter({ shown, type }: Decision, publicView: PublicView): string {
    const gestures = publicView.arbitration?.gestures;
    if (shown !== null && gestures)
      return labelOf(sceneOf(gestures.scene), 'motive', shown.motive, language());
    const of = publicView.types[type];
    return of ? say(of.name) : '';
  }

  private callers(decisions: readonly Decision[], publicView: PublicView) {
    const { callers, columns } = debriefWords();
    return html`<details>
      <summary>${callers}</summary>
      <div class="scroll" tabindex="0" role="region" aria-label=${callers}>
        <table>
          <thead>
            <tr>
              ${Object.values(columns).map((one) => html`<th scope="col">${one}</th>`)}
            </tr>
          </thead>
          <tbody>
            ${decisions.map(
              (one) => html`<tr>
                <td>${this.hour(publicView, one.tookAt)}</td>
                <td>${this.matter(one, publicView)}</td>
                <td>${minutesAndSeconds(one.talkedMs)}</td>
                <td>${one.waiting}</td>
                <td>${this.came(one, publicView)}</td>
              </tr>`,
            )}
          </tbody>
        </table>
      </div>
    </details>`;
  }

  private uneasy({ decisions, moments }: Debrief, publicView: PublicView) {
    const words = debriefWords();
    if (moments.uneasy.length === 0) return nothing;
    return html`<details>
      <summary>${words.uneasy}</summary>
      <p class="label">${words.uneasySays}</p>
      <ul>
        ${moments.uneasy.map((place) => {
          const one = decisions[place];
          if (one === undefined) return nothing;
          const time = this.hour(publicView, one.at);
          return html`<li>
            ${words.at(time, minutesAndSeconds(one.talkedMs), one.waiting)} :
            ${this.matter(one, publicView)}
          </li>`;
        })}
      </ul>
    </details>`;
  }

  private luck() {
    const { luck: words, unit } = debriefWords();
    const luck = this.debriefing?.state.luck ?? null;
    const ask = html`<p>
      <button class="button" @click=${() => this.debriefing?.fortune()}>${words.ask}</button>
    </p>`;
    const told = () => {
      if (luck === null) return ask;
      if (luck === 'working') return html`<p class="label" role="status">${words.working}</p>`;
      if (isProblem(luck)) return html`<ct-notice .problem=${luck}></ct-notice>`;
      const own = Math.abs(luck.own);
      return html`<p role="status">
        ${words.harder(percent(luck.harder))}
        ${own < 0.05 ? words.same : words.own(unit(own), luck.own < 0)}
      </p>`;
    };
    return html`<details>
      <summary>${words.title}</summary>
      ${told()}
    </details>`;
  }

  private told(found: Debrief, publicView: PublicView) {
    const words = debriefWords();
    const { moments } = found;
    const any = KINDS.some((kind) => moments[kind] !== null);
    return html`<p class="place">${say(publicView.name)}</p>
      <h1>${say(found.sentence)}</h1>
      <section>
        <h2>${words.line}</h2>
        <ct-shift-line .debrief=${found} .opensAtMs=${publicView.opensAtMs}></ct-shift-line>
      </section>
      <section>
        <h2>${words.moments}</h2>
        ${any ? nothing : html`<p>${words.noMoment}</p>`}
        <div class="moments">
          ${KINDS.map((kind) => this.moment(kind, found, publicView))}
        </div>
        ${this.tally()}
      </section>
      <section>
        <h2>${words.more}</h2>
        ${this.callers(found.decisions, publicView)} ${this.uneasy(found, publicView)}
        ${this.luck()}
      </section>
      ${ownWords(this.code)}
      <p class="ways">
        <a class="button main" href="/play" @click=${this.follow}>${words.chapters}</a>
        <button class="button" @click=${() => print()}>${words.print}</button>
      </p>
      <ct-again bare over .code=${this.code} ?host=${this.watch?.value?.host ?? false}></ct-again>
      <p class="label">${words.private} ${words.hypotheses}</p>`;
  }

  private readonly follow = (event: MouseEvent) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    go((event.currentTarget as HTMLAnchorElement).pathname);
  };

  private body(state: RoomState) {
    const words = debriefWords();
    const { found, problem } = this.debriefing?.state ?? {};
    if (found && state.publicView) return this.told(found, state.publicView);
    if (problem) return html`<ct-notice .problem=${problem}></ct-notice>`;
    if (state.clock && !state.clock.over)
      return html`<p>
        <a class="button main" href=${pathTo('desk', this.code)} @click=${this.follow}>
          ${words.back}
        </a>
      </p>`;
    return html`<p class="quiet" role="status">${words.reading}</p>`;
  }

  override render() {
    const state = this.watch?.value;
    // Asked for so that the page is drawn anew in another language.
    void this.language.words;
    if (!state) return nothing;
    if (state.refusal)
      return html`<ct-lost .problem=${state.refusal} .code=${this.code}></ct-lost>`;
    return html`<ct-top-bar></ct-top-bar>
      <main tabindex="-1">${this.body(state)}</main>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ct-debrief': DebriefPage;
  }
}
