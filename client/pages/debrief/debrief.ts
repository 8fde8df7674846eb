import { html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import '../../elements/again/again.ts';
import '../../elements/next-chapter/next-chapter.ts';
import '../../elements/notice/notice.ts';
import '../../elements/shift-line/shift-line.ts';
import '../../elements/top-bar/top-bar.ts';
import '../../elements/what-if/what-if.ts';
import '../lost/lost.ts';
import type { Debrief } from '../../../models/doors/play.ts';
import { isProblem, type Problem, type PublicView } from '../../../models/doors/scenario.ts';
import { chapter } from '../../look/chapter.ts';
import { base, buttons, fields } from '../../look/shared.ts';
import { isOneFile } from '../../one-file/here.ts';
import { go, pathTo } from '../../route.ts';
import { Debriefing, type DebriefRoom, type DebriefView } from '../../state/debrief.ts';
import { download } from '../../state/download.ts';
import { keepAdvice, keepResult } from '../../state/progress.ts';
import { shiftFile } from '../../state/shift-file.ts';
import { Watch } from '../../state/watch.ts';
import { debriefWords } from '../../text/debrief.ts';
import { LanguageController, say } from '../../text/language.ts';
import { chapterOf } from '../desk/chapter.ts';
import { advicePart } from './advice.ts';
import { debriefStyles } from './debrief.styles.ts';
import { furtherParts } from './further.ts';
import { momentCard, momentsOf, tally } from './moments.ts';
import { keepWords, OWN_WORDS, ownWords, wordsKept } from './own-words.ts';
import { paperStyles } from './paper.styles.ts';
import { paper } from './paper.ts';

/** What its chapter asked for, to be held against what it was. */
function goalSaid(publicView: PublicView) {
  const chapter = chapterOf(publicView);
  if (chapter === null) return nothing;
  return html`<p class="goal">${debriefWords().goal(say(chapter.goal))}</p>`;
}

/** A day that is over, told to the person who sat there: one sentence, three moments, what if. */
@customElement('ct-debrief')
export class DebriefPage extends LitElement {
  private readonly language = new LanguageController(this);
  @property() code = '';
  /** How the room is entered; a file, or a test, hands in one of its own. */
  @property({ attribute: false }) enter: ((code: string) => DebriefRoom) | null = null;
  private room: DebriefRoom | null = null;
  private watch: Watch<DebriefView> | null = null;
  private debriefing: Debriefing | null = null;
  private making: 'file' | Problem | 'failed' | null = null;

  static override styles = [base, buttons, fields, chapter, debriefStyles, paperStyles];

  override connectedCallback(): void {
    const room = this.enter?.(this.code) ?? null;
    this.room = room;
    for (const field of OWN_WORDS) {
      const text = room?.words?.[field];
      if (text && !wordsKept(this.code, field)) keepWords(this.code, field, text);
    }
    if (room !== null) {
      this.debriefing = new Debriefing(
        (ask) => room.debrief(ask),
        () => this.requestUpdate(),
      );
      this.watch = new Watch(
        this,
        () => room.state$,
        (state) => this.heard(state),
      );
    }
    super.connectedCallback();
    document.title = `${debriefWords().title} · Contretemps`;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.room?.close();
  }

  private begun = false;
  private heard({ clock, record }: DebriefView): void {
    if (this.begun || (!clock?.over && record === null)) return;
    this.begun = true;
    void this.tell();
  }

  private async tell(): Promise<void> {
    const { debriefing } = this;
    await debriefing?.begin();
    const found = debriefing?.state.found;
    if (!debriefing || !found) return;
    keepResult(this.code, found);
    if (!found.weighed) return;
    await debriefing.advise();
    keepAdvice(this.code, debriefing.state.advice?.advice ?? null);
  }

  private readonly take = async (): Promise<void> => {
    if (this.debriefing === null || this.making === 'file') return;
    this.making = 'file';
    this.requestUpdate();
    try {
      const record = await this.debriefing.record();
      if (isProblem(record)) this.making = record;
      else {
        const words = Object.fromEntries(OWN_WORDS.map((one) => [one, wordsKept(this.code, one)]));
        const { agent, rules } = this.debriefing.state;
        const file = await shiftFile({ ...record, agent, rules, words });
        download(`contretemps-${this.code.toLowerCase()}.html`, file, 'text/html');
        this.making = null;
      }
    } catch {
      this.making = 'failed';
    }
    this.requestUpdate();
  };

  /** The chapter after this one, where it was played alone. */
  private onward({ host, publicView }: DebriefView) {
    const chapter = chapterOf(publicView);
    if (chapter === null || !host || isOneFile()) return nothing;
    return html`<ct-next-chapter main .number=${chapter.number}></ct-next-chapter>`;
  }

  /** What one may do with it: go on, print it, take it away. */
  private ways({ record }: DebriefView) {
    const words = debriefWords();
    const { file } = words;
    const print_ = html`<button class="button" @click=${() => print()}>${words.print}</button>`;
    if (isOneFile())
      return html`<p class="ways">${print_}<span class="label">${file.replayed}</span></p>`;
    const taking =
      record === null
        ? html`<button
            class="button"
            aria-disabled=${this.making === 'file'}
            title=${file.says}
            @click=${this.take}
          >
            ${file.take}
          </button>`
        : nothing;
    const { making } = this;
    const said = making === 'file' ? file.making : making === 'failed' ? file.failed : '';
    return html`<p class="ways">
        <a class="button" href="/play" @click=${this.follow}>${words.chapters}</a>
        ${print_} ${taking}
      </p>
      <p class="label" role="status">${isProblem(making) ? say(making.says) : said}</p>`;
  }

  private told(found: Debrief, publicView: PublicView, view: DebriefView) {
    const { debriefing, room } = this;
    if (debriefing === null || room === null) return nothing;
    const words = debriefWords();
    const moments = momentsOf(found);
    const secret = (publicView.arbitration?.gestures?.chapter ?? null) !== null || isOneFile();
    return html`<div class="screen">
        ${
          view.record ? html`<p class="old">${words.oldRules(debriefing.state.rules)}</p>` : nothing
        }
        <p class="place">${say(publicView.name)}</p>
        <h1>${say(found.sentence)}</h1>
        ${goalSaid(publicView)}
        <section>
          <h2 class="sr-only">${words.line}</h2>
          <ct-shift-line .debrief=${found} .opensAtMs=${publicView.opensAtMs}></ct-shift-line>
        </section>
        <section>
          <h2>${words.moments(moments.length)}</h2>
          ${moments.length === 0 ? html`<p>${words.noMoment}</p>` : nothing}
          <div class="moments">
            ${moments.map((one) => momentCard(one, publicView, found, debriefing))}
          </div>
          ${tally(debriefing)}
        </section>
        ${advicePart(debriefing)}
        ${furtherParts({ found, publicView, debriefing }, this.code, room)}
        ${ownWords(this.code, () => this.requestUpdate())} ${this.onward(view)} ${this.ways(view)}
        ${
          isOneFile()
            ? nothing
            : html`<ct-again bare over .code=${this.code} ?host=${view.host}></ct-again>`
        }
        <p class="label ends">${words.private} ${words.hypotheses}</p>
      </div>
      ${paper(found, publicView, debriefing, { code: this.code, secret })}`;
  }

  private readonly follow = (event: MouseEvent) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    go((event.currentTarget as HTMLAnchorElement).pathname);
  };

  private body(state: DebriefView) {
    const words = debriefWords();
    const { found, problem } = this.debriefing?.state ?? {};
    if (found && state.publicView) return this.told(found, state.publicView, state);
    if (problem) return html`<ct-notice .problem=${problem}></ct-notice>`;
    if (state.clock && !state.clock.over && state.record === null)
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
