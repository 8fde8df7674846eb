import { css, html, LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import '../again/again.ts';
import '../events/events.ts';
import '../next-chapter/next-chapter.ts';
import '../what-if/what-if.ts';
import '../verdict/verdict.ts';
import { type Concluded, type DeskView, meanWaits } from '../../../models/doors/live.ts';
import type { PublicView } from '../../../models/doors/scenario.ts';
import { base, buttons } from '../../look/shared.ts';
import { chapterOf, isGame } from '../../pages/desk/chapter.ts';
import { pathTo } from '../../route.ts';
import { debriefWords } from '../../text/debrief.ts';
import { duration, figure } from '../../text/figures.ts';
import { gameWords } from '../../text/game.ts';
import { LanguageController, quoted, say } from '../../text/language.ts';
import { sceneIn, spoken } from '../../text/spoken.ts';
import { codeIn } from '../../wire/code.ts';

type Row = [value: string, name: string];

/**
 * The day is over: what this desk did, and the words of one caller. All of it follows from the
 * facts told to the desk: a reload, or another device, shows the same.
 */
@customElement('ct-recap')
export class Recap extends LitElement {
  private readonly language = new LanguageController(this);
  @property({ attribute: false }) view: DeskView | null = null;
  @property({ attribute: false }) publicView: PublicView | null = null;
  /** How each call concluded here was weighed; none in a classical centre. */
  @property({ attribute: false }) calls: readonly Concluded[] = [];
  @property() code = '';
  /** This device hosts the room. */
  @property({ type: Boolean }) host = false;
  /** The day begins again in another room. */
  @property({ type: Boolean }) moved = false;
  /** Only a record is left of it: nothing more is computed of it. */
  @property({ type: Boolean }) record = false;

  static override styles = [
    base,
    buttons,
    css`
      h1 {
        font: 400 clamp(2rem, 5vw, var(--t-64)) / var(--tight) var(--serif);
        text-wrap: balance;
      }

      .place {
        margin-bottom: var(--s-3);
        font: italic 400 var(--t-18) / var(--snug) var(--serif);
        color: var(--ink-soft);
      }

      ct-events {
        --events-margin: var(--s-4) 0 0;
      }

      dl {
        display: flex;
        flex-wrap: wrap;
        gap: var(--s-6) var(--s-16);
        margin: var(--s-8) 0;
        padding: var(--s-6) 0;
        border-block: var(--line) solid var(--hairline);
      }

      dl div {
        display: flex;
        flex-direction: column-reverse;
      }

      dd {
        font: 500 clamp(2.25rem, 5vw, var(--t-64)) / 1.05 var(--sans);
        letter-spacing: -0.03em;
      }

      dt {
        color: var(--ink-soft);
      }

      blockquote {
        margin: 0 0 var(--s-8);
        max-width: 30ch;
        font: 400 clamp(1.375rem, 3vw, var(--t-36)) / 1.2 var(--serif);
        text-wrap: balance;
      }

      .none {
        margin: var(--s-6) 0 var(--s-8);
      }

      .ways {
        display: flex;
        flex-wrap: wrap;
        gap: var(--s-3);
      }

      .debrief {
        margin: var(--s-6) 0;
      }

      @media print {
        .ways {
          display: none;
        }

        dl {
          margin: var(--s-4) 0;
          padding: var(--s-4) 0;
        }

        blockquote {
          margin: 0;
        }
      }
    `,
  ];

  private get isGame(): boolean {
    return isGame(this.publicView);
  }

  /** What the day was worth is told here, but for a day of the game: there the debrief tells it. */
  private get weighs(): boolean {
    return !this.isGame;
  }

  /** Where the day of a game is looked at again. */
  private debrief() {
    if (!this.isGame || !this.view?.mine.answered) return null;
    return html`<p class="ways debrief">
      <a class="button main" href="/debrief/${codeIn(this.code)}">${gameWords().debrief}</a>
    </p>`;
  }

  private figures(view: DeskView) {
    const { over } = this.language.words;
    const { mine, day } = view;
    const ended = mine.concluded + mine.transferred;
    const rows: Row[] = [
      [figure(mine.answered), over.calls(mine.answered)],
      // How long calls last is no aim of the game.
      ...(this.isGame
        ? []
        : [[ended > 0 ? duration(mine.talkMs / ended) : over.dash, over.meanTalk] as Row]),
      [duration(day.totals.longestWaitMs), over.longestWait],
    ];
    // Where hurry brings callers back, short waits a call may be long waits a caller.
    const { perCallMs, perCallerMs } = meanWaits(day.totals);
    if (this.publicView?.arbitration && perCallMs !== null && perCallerMs !== null)
      rows.push(
        [duration(perCallMs), over.waitPerCall],
        [duration(perCallerMs), over.waitPerCaller],
      );
    return html`<dl>
      ${rows.map(([value, name]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}
    </dl>`;
  }

  /** Whose day it was: a sheet of paper has no address. */
  private place({ agent }: DeskView) {
    const { desk } = this.language.words;
    const room = this.publicView ? `${say(this.publicView.name)} · ` : '';
    return html`<p class="place">${room}${desk.title(figure(agent + 1))}</p>`;
  }

  /** Where callers have words of their own: how one of them took leave. */
  private lastWords(): string {
    const scene = this.publicView && sceneIn(this.publicView);
    const talks = this.view?.talks ?? [];
    const talk = talks[Math.floor(talks.length / 2)];
    const line = talk?.lines.findLast(({ what }) => what === 'parted');
    return scene && talk && line ? quoted(spoken(scene, talk, line, 'none').text) : '';
  }

  /** One of those heard at this desk: the same on each drawing, another for another day. */
  private sentence(): string {
    const last = this.lastWords();
    if (last) return last;
    // Nobody who only let it ring has heard anybody.
    const heard = this.view?.mine.answered ? this.view.heard : [];
    const one = heard[Math.floor(heard.length / 2)];
    const said = one ? this.publicView?.types[one.type]?.says[one.says] : undefined;
    return said ? quoted(say(said)) : '';
  }

  /** Where one goes from here: to the next chapter, or about the room. */
  private onward() {
    const { link, over } = this.language.words;
    const chapter = chapterOf(this.publicView);
    // A day that only stopped was not played to its end.
    if (chapter !== null && this.host && this.view?.day.phase === 'over')
      return html`<ct-next-chapter .number=${chapter.number}></ct-next-chapter>
        <p class="ways"><a class="button" href="/play">${debriefWords().chapters}</a></p>`;
    return html`<p class="ways">
      <a class="button ${this.isGame ? '' : 'main'}" href=${pathTo('wall', this.code)}
        >${over.wall}</a
      >
      ${
        this.host
          ? html`<a class="button" href=${pathTo('room', this.code)}>${over.room}</a>
              <a class="button" href="/">${over.another}</a>`
          : html`<a class="button" href="/">${link.home}</a>`
      }
    </p>`;
  }

  override render() {
    const { view } = this;
    const { over } = this.language.words;
    const sentence = this.sentence();
    return html`${view ? this.place(view) : null}
      <h1>${this.record && view?.day.phase !== 'over' ? over.stopped : over.title}</h1>
      ${this.debrief()}
      <ct-events all quiet .day=${view?.day ?? null} .publicView=${this.publicView}></ct-events>
      ${
        view?.mine.answered
          ? this.figures(view)
          : html`<p class="none">${view ? over.none : over.noDesk}</p>`
      }
      ${
        this.weighs
          ? html`<ct-verdict
              .calls=${this.calls}
              .publicView=${this.publicView}
              .concluded=${view?.mine.concluded ?? 0}
            ></ct-verdict>`
          : null
      }
      ${
        this.weighs && this.publicView?.arbitration && !this.record
          ? html`<ct-what-if .code=${this.code}></ct-what-if>`
          : null
      }
      ${
        sentence
          ? html`<p class="label">${over.heard}</p>
              <blockquote>${sentence}</blockquote>`
          : null
      }
      ${this.onward()}
      <ct-again
        .code=${this.code}
        ?over=${!this.record}
        ?host=${this.host}
        ?moved=${this.moved}
      ></ct-again>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ct-recap': Recap;
  }
}
