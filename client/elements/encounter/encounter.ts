import { html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Scene, Talk, Wording } from '../../../models/doors/game.ts';
import {
  type AgentState,
  type DeskCall,
  type DeskView,
  talkedMs,
} from '../../../models/doors/live.ts';
import type { PublicView } from '../../../models/doors/scenario.ts';
import { base } from '../../look/shared.ts';
import { clockTime, duration } from '../../text/figures.ts';
import { gameWords } from '../../text/game.ts';
import { LanguageController, quoted } from '../../text/language.ts';
import { levelShown } from '../../text/meeting.ts';
import { type SpokenLine, sceneIn, spoken } from '../../text/spoken.ts';
import { encounterStyles } from './encounter.styles.ts';
import { sheetOf } from './sheet.ts';

/** So many lines stand above what the caller says now. */
const EARLIER = 3;

/** Words that tell what is heard stand in brackets, and are nobody's. */
const said = (text: string): string => (text.startsWith('(') ? text : quoted(text));

/**
 * The caller on the line: what they say, the newest large, what was said before quiet above; and
 * beside it their sheet, whose lines turn when one listens.
 */
@customElement('ct-encounter')
export class Encounter extends LitElement {
  private readonly language = new LanguageController(this);
  @property({ attribute: false }) view: DeskView | null = null;
  /** Changes whenever the view does: it is folded in place. */
  @property({ type: Number }) version = 0;
  @property({ attribute: false }) publicView: PublicView | null = null;
  @property({ type: Number }) now = 0;
  /** How insults are worded on this device. */
  @property() wording: Wording = 'stylised';

  static override styles = [base, encounterStyles];

  private lines(scene: Scene, talk: Talk): SpokenLine[] {
    return talk.lines.map((line) => spoken(scene, talk, line, this.wording));
  }

  private line({ text, who }: SpokenLine) {
    const shown = who === 'caller' ? said(text) : who === 'me' ? `— ${text}` : text;
    return html`<li class=${who}>${shown}</li>`;
  }

  /** What is said now, what was before, and what one has said to it. */
  private words(scene: Scene, talk: Talk) {
    const lines = this.lines(scene, talk);
    const newest = lines.findLastIndex(({ who }) => who === 'caller');
    const [before, after] = [lines.slice(0, Math.max(0, newest)), lines.slice(newest + 1)];
    const now = lines[newest];
    const long = (now?.text.length ?? 0) > 70;
    return html`<div class="words">
      <ol class="earlier">${before.slice(-EARLIER).map((line) => this.line(line))}</ol>
      ${now ? html`<p class="said ${long ? 'long' : ''}">${said(now.text)}</p>` : nothing}
      <ol class="after">${after.map((line) => this.line(line))}</ol>
    </div>`;
  }

  private sheet(scene: Scene, talk: Talk, call: DeskCall) {
    const { sheet } = gameWords();
    return html`<dl class="sheet" aria-label=${sheet.title}>
      ${sheetOf(scene, talk, call.encounter).map(
        ({ kind, name, value }) => html`<div class="${kind} ${value === null ? 'unknown' : ''}">
          <dt>${name}</dt>
          <dd>${
            value ??
            html`<span aria-hidden="true">?</span><span class="sr-only">${sheet.unknown}</span>`
          }</dd>
        </div>`,
      )}
    </dl>`;
  }

  /** That they call again, and whose caller it was. */
  private again({ attempt, relayed, servedAt }: DeskCall): string {
    const { desk } = this.language.words;
    if (relayed) return desk.relay;
    if (attempt === 0) return '';
    const { opensAtMs = 0 } = this.publicView ?? {};
    return servedAt < 0
      ? desk.attempt(attempt + 1)
      : desk.yours(clockTime(opensAtMs + servedAt), attempt + 1);
  }

  private status(state: AgentState, call: DeskCall, view: DeskView) {
    const { desk } = this.language.words;
    const level = levelShown(call.level, call.attempt);
    const again = this.again(call);
    const held = call.heldAt >= 0;
    const time = held ? this.now - call.heldAt : talkedMs(view, this.now);
    const shown = state === 'wrapping' ? '' : duration(Math.max(0, time));
    return html`<p class="status">
      <span class="now">${desk.status[state]}</span>
      ${shown ? html`<time>${shown}</time>` : nothing}
      ${again ? html`<span class="again">${again}</span>` : nothing}
      ${level && state !== 'wrapping' ? html`<span class="level">${level}</span>` : nothing}
    </p>`;
  }

  override render() {
    const { publicView, view } = this;
    const scene = publicView && sceneIn(publicView);
    const call = view?.call;
    const talk = view?.talks.at(-1);
    if (!view || !scene || !call || talk?.call !== call.call) return nothing;
    const state = view.team[view.agent]?.state ?? 'talking';
    return html`<section aria-label=${this.language.words.desk.person}>
      ${this.status(state, call, view)}
      <div class="spread">${this.words(scene, talk)} ${this.sheet(scene, talk, call)}</div>
    </section>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ct-encounter': Encounter;
  }
}
