import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import {
  type AgentState,
  type ClockState,
  type DeskCall,
  type DeskView,
  MOST_MISSES,
  type Phases,
  talkedMs,
} from '../../../models/doors/live.ts';
import type { PublicView } from '../../../models/doors/scenario.ts';
import { base } from '../../look/shared.ts';
import { isFast, rateOf } from '../../state/clock.ts';
import { clockTime, duration, secondsLeft } from '../../text/figures.ts';
import { LanguageController, quoted, say } from '../../text/language.ts';
import { levelShown, partingSaid } from '../../text/meeting.ts';
import { worthWords } from '../../text/worth.ts';
import { personStyles } from './person.styles.ts';

const NO_PHASES: Phases = { openingMs: 0, closingMs: 0 };

/** The person on the line, or the quiet between two: the left page of the desk. */
@customElement('ct-person')
export class Person extends LitElement {
  private readonly language = new LanguageController(this);
  @property({ attribute: false }) view: DeskView | null = null;
  /** Changes whenever the view does: it is folded in place. */
  @property({ type: Number }) version = 0;
  @property({ attribute: false }) publicView: PublicView | null = null;
  @property({ attribute: false }) clock: ClockState | null = null;
  @property({ type: Number }) now = 0;
  /** How heavy the voice is set; null where it speaks elsewhere on the page. */
  @property({ attribute: false }) weight: number | null = 400;
  /** To whom the call was handed over that has just ended here; '' where it was not. */
  @property() handed = '';
  /** What this talk takes besides the work; null where the length of a call is no decision. */
  @property({ attribute: false }) phases: Phases | null = null;

  static override styles = [base, personStyles];

  private time(ms: number, label: string) {
    return html`<p class="time">
      <span class="big">${duration(ms)}</span> <span class="label">${label}</span>
    </p>`;
  }

  private typeName(call: DeskCall): string {
    const type = this.publicView?.types[call.type];
    return type ? say(type.name) : '';
  }

  private sentence(call: DeskCall): string {
    const said = this.publicView?.types[call.type]?.says[call.says];
    return said ? quoted(say(said)) : '';
  }

  /** That somebody calls again, and whose caller it was; '' the first time. */
  private again(call: DeskCall): string {
    const { desk } = this.language.words;
    if (call.attempt === 0) return '';
    const { opensAtMs = 0 } = this.publicView ?? {};
    return call.servedAt < 0
      ? desk.attempt(call.attempt + 1)
      : desk.yours(clockTime(opensAtMs + call.servedAt), call.attempt + 1);
  }

  private about(call: DeskCall): string[] {
    const { desk } = this.language.words;
    const attempt = this.again(call) || desk.firstCall;
    const waited = duration(call.answeredAt - call.since);
    const parts = [call.calledBack ? desk.calledBack : call.relayed ? desk.relay : attempt];
    if (call.answeredAt >= 0 && call.answeredAt > call.since) parts.push(desk.waited(waited));
    return parts;
  }

  /** Where an agent is free, a call rings as soon as it comes. */
  private waiting({ since }: DeskCall): string {
    const { desk } = this.language.words;
    const ms = this.now - since;
    return ms < 1_000 ? desk.justNow : desk.waiting(duration(ms));
  }

  private ringing(call: DeskCall) {
    const { desk } = this.language.words;
    const ringMs = call.ringsUntil - call.rangAt;
    const left = Math.max(0, call.ringsUntil - this.now);
    // Nobody lives by simulated seconds: what is left is told in those of the reader.
    const rate = (this.clock && rateOf(this.clock)) || 1;
    const then = call.calledBack ? desk.callBackLeft : desk.ringLeft;
    const again = this.again(call);
    return html`<p class="status strong">${desk.status.ringing}</p>
      <p class="said">${this.typeName(call)}</p>
      <p class="about">
        ${(call.calledBack
          ? [desk.callBack, again]
          : [this.waiting(call), call.relayed ? desk.relay : again]
        )
          .filter(Boolean)
          .map((part) => html`<span>${part}</span>`)}
      </p>
      <div class="ring" aria-hidden="true"><i style="transform:scaleX(${left / ringMs})"></i></div>
      <p class="label">
        ${this.clock?.goes === 0 ? desk.waitsForYou : then(secondsLeft(left / rate))}
      </p>`;
  }

  /** Hold left out, as on the ruler of the right time. */
  private get talked(): number {
    return this.view ? talkedMs(this.view, this.now) : 0;
  }

  private onLine(call: DeskCall) {
    const { desk } = this.language.words;
    const held = call.heldAt >= 0;
    const status = desk.status[held ? 'hold' : 'talking'];
    const whole = `${duration(this.talked)} ${desk.talkTime}`;
    return html`<p class="status ${held ? 'strong' : ''}">${status}</p>
      ${
        held
          ? this.time(this.now - call.heldAt, desk.holdTime)
          : this.time(this.talked, desk.talkTime)
      }
      ${this.words(call)} ${held ? nothing : this.opening()}
      ${held ? html`<p class="label">${whole}</p>` : nothing}`;
  }

  /** How long welcome and discovery still take, before work on the matter begins. */
  private opening() {
    const { openingMs } = this.phases ?? NO_PHASES;
    const left = openingMs - this.talked;
    return left > 0 ? html`<p class="label">${worthWords().opening(duration(left))}</p>` : nothing;
  }

  /** What is decided is not taken back: the line is free in a moment. */
  private closing(call: DeskCall) {
    const { desk } = this.language.words;
    const { closingMs } = this.phases ?? NO_PHASES;
    const left = Math.max(0, call.closingAt + closingMs - this.now);
    const gone = closingMs > 0 ? Math.min(1, 1 - left / closingMs) : 1;
    return html`<p class="status strong">${desk.status.closing}</p>
      ${this.time(this.talked, desk.talkTime)}
      <div class="leave">
        <svg viewBox="0 0 100 16" preserveAspectRatio="none" aria-hidden="true">
          <path d="M0,1L100,8L0,15" />
          <path class="at" d="M${(gone * 100).toFixed(1)},0V16" />
        </svg>
        <p class="label">${worthWords().closing.left(duration(left))}</p>
      </div>
      ${this.words(call)}`;
  }

  private words(call: DeskCall): TemplateResult {
    const { desk } = this.language.words;
    const sentence = this.sentence(call);
    const level = levelShown(call.level, call.attempt);
    return html`<p class="said">${sentence || desk.silent}</p>
      <p class="about">
        <span class="type">${this.typeName(call)}</span>
        ${level ? html`<span class="level">${level}</span>` : nothing}
        ${this.about(call).map(
          (part, i) =>
            html`<span class=${i === 0 && call.attempt > 0 ? 'again' : ''}>${part}</span>`,
        )}
      </p>`;
  }

  /** No one on the line: the state, since when, and what comes next. */
  private quiet(view: DeskView) {
    const { desk } = this.language.words;
    const me = view.team[view.agent];
    const state = me?.state ?? 'out';
    // Who has just sat down gave no reason: none is shown.
    const given = state === 'notReady' && me?.reason && me.reason !== 'other' ? me.reason : null;
    const reason = given && given !== 'missed' ? desk.reasons[given] : '';
    const status = given === 'missed' ? desk.reasons.missed : desk.status[state];
    const since = Math.max(0, this.now - (me?.since ?? 0));
    const parted = partingSaid(view.call?.parting ?? -1);
    return html`<p class="status">${status}${reason ? html` · ${reason}` : nothing}</p>
      ${this.clock?.paused && this.clock.at === 0 ? nothing : this.time(since, '')}
      ${parted ? html`<p class="parted">${parted}</p>` : nothing}
      <p class="calm">
        ${state === 'wrapping' && this.handed ? desk.handed(this.handed) : nothing}
        ${view.call?.hungUp ? desk.hungUp : this.calm(state, me?.reason === 'missed', view)}
      </p>`;
  }

  private calm(state: AgentState, missed: boolean, { mine }: DeskView): string {
    const { quiet } = this.language.words.desk;
    if (this.clock?.paused) return this.clock.at === 0 ? quiet.notStarted : quiet.paused;
    if (state === 'notReady' && missed)
      return mine.missedInARow < MOST_MISSES ? quiet.missed : quiet.aside;
    if (state === 'notReady') return quiet.notReady;
    if (state === 'wrapping' && this.handed) return quiet.handed;
    if (state === 'out' || state === 'wrapping') return quiet[state];
    return this.clock && isFast(this.clock) ? quiet.fast : quiet.ready;
  }

  private body(view: DeskView) {
    const state = view.team[view.agent]?.state;
    const { call } = view;
    if (call && state === 'ringing') return this.ringing(call);
    if (call && (state === 'talking' || state === 'hold')) return this.onLine(call);
    if (call && state === 'closing') return this.closing(call);
    return this.quiet(view);
  }

  override render() {
    if (!this.view) return null;
    const { voices, desk } = this.language.words;
    return html`<section aria-label=${desk.person}>
      ${
        this.weight === null
          ? nothing
          : html`<p class="voice" style="font-variation-settings:'wght' ${this.weight}">
              ${voices.care}
            </p>`
      }
      ${this.body(this.view)}
    </section>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ct-person': Person;
  }
}
