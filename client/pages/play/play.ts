import { html, LitElement, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import '../../elements/notice/notice.ts';
import '../../elements/top-bar/top-bar.ts';
import { CHAPTERS, type Chapter, SHIFT } from '../../../models/doors/game.ts';
import { ADVICE_SAYS } from '../../../models/doors/play.ts';
import { type Problem, problem } from '../../../models/doors/scenario.ts';
import { front } from '../../look/front.ts';
import { base, buttons, fields } from '../../look/shared.ts';
import { go, pathTo } from '../../route.ts';
import { beginChapter } from '../../state/begin-chapter.ts';
import { fromPhrase, phraseOf } from '../../state/phrase.ts';
import {
  eraseProgress,
  finishChapter,
  keepProgress,
  nextChapter,
  progress,
  type Result,
  WAYS,
  type Way,
} from '../../state/progress.ts';
import { figure } from '../../text/figures.ts';
import { LanguageController, say } from '../../text/language.ts';
import { PLAY_TEXTS, playWords } from '../../text/play.ts';
import { getRoom } from '../../wire/http.ts';
import { forgetWords } from '../debrief/own-words.ts';
import { forgetNature } from '../desk/device.ts';
import { playStyles } from './play.styles.ts';

/** One plays alone: nine chapters, three ways, and what was played before. */
@customElement('ct-play')
export class PlayPage extends LitElement {
  private readonly language = new LanguageController(this);
  @state() private kept = progress();
  /** The chapter that is being opened; null: none. */
  @state() private opening: number | null = null;
  /** Codes of days that this server does not know any more. */
  @state() private gone: ReadonlySet<string> = new Set();
  @state() private problem: Problem | null = null;
  @state() private phraseProblem: Problem | null = null;
  @state() private told = '';

  static override styles = [base, buttons, fields, front, playStyles];

  override connectedCallback(): void {
    super.connectedCallback();
    document.title = `${playWords().title} · Contretemps`;
    void this.look();
  }

  /** Which of the days begun here are over by now, and which are gone from the server? */
  private async look(): Promise<void> {
    const { begun } = this.kept;
    for (const [number, { code }] of Object.entries(begun)) {
      const reply = await getRoom(code);
      if (reply.ok && reply.clock.over) this.kept = finishChapter(Number(number));
      if (!reply.ok && reply.problem.code === 'E_UNKNOWN')
        this.gone = new Set([...this.gone, code]);
    }
  }

  private async play(chapter: Chapter, word = this.word): Promise<void> {
    if (this.opening !== null) return;
    this.problem = null;
    this.opening = chapter.number;
    this.problem = await beginChapter(chapter, word);
    this.opening = null;
  }

  private get word(): string {
    const field = this.renderRoot.querySelector<HTMLInputElement>('#word');
    return field?.value.trim() ?? '';
  }

  private first() {
    const words = playWords();
    const { way } = this.kept;
    const number = nextChapter(this.kept);
    const chapter =
      way === 'living' ? SHIFT : (CHAPTERS.find((one) => one.number === number) as Chapter);
    const label = way === 'living' ? words.beginShift : words.begin(number, say(chapter.title));
    const busy = this.opening !== null;
    return html`<div class="act">
      ${way === 'price' ? this.wordField() : nothing}
      <button class="button main" aria-disabled=${busy} @click=${() => this.play(chapter)}>
        ${busy ? words.busy : label}
      </button>
      <p class="label">${say(chapter.goal)}</p>
      <ct-notice .problem=${this.problem}></ct-notice>
    </div>`;
  }

  private wordField() {
    const { word, wordSays } = playWords();
    return html`<div>
      <label for="word">${word}</label>
      <input
        id="word"
        type="text"
        maxlength="64"
        autocomplete="off"
        spellcheck="false"
        aria-describedby="word-says"
      />
      <p id="word-says" class="label">${wordSays}</p>
    </div>`;
  }

  private row(chapter: Chapter) {
    const words = playWords();
    const { begun, done } = this.kept;
    const { goal, number, title } = chapter;
    const day = begun[number];
    const isDone = done.includes(number);
    const isThere = day !== undefined && !this.gone.has(day.code);
    const isNext = number === nextChapter(this.kept);
    const name = say(title);
    const link = (page: 'desk' | 'debrief', label: string) =>
      html`<a
        class="button"
        href=${pathTo(page, day?.code ?? '')}
        aria-label=${`${label}, ${name}`}
        @click=${this.follow}
        >${label}</a
      >`;
    return html`<li class=${isNext ? 'next' : ''}>
      <span class="number">${number}</span>
      <div>
        <p class="title">${name}</p>
        <p class="label">${say(goal)}</p>
      </div>
      <div class="does">
        ${isThere && !isDone ? link('desk', words.resume) : nothing}
        ${isThere && isDone ? link('debrief', words.debrief) : nothing}
        ${
          day && isDone
            ? html`<button
                class="button"
                aria-label=${`${words.same}, ${name}`}
                @click=${() => this.play(chapter, day.word)}
              >
                ${words.same}
              </button>`
            : nothing
        }
        <button
          class="button"
          aria-label=${`${isDone ? words.again : words.play}, ${name}`}
          @click=${() => this.play(chapter)}
        >
          ${isDone ? words.again : words.play}
        </button>
      </div>
    </li>`;
  }

  private ways() {
    const words = playWords();
    return html`<fieldset>
      <legend>${words.ways}</legend>
      ${WAYS.map(
        (way) => html`<label>
            <input
              type="radio"
              name="way"
              .checked=${this.kept.way === way}
              @change=${() => this.choose(way)}
            />
            ${words.way[way]}
          </label>
          <p class="label">${words.waySays[way]}</p>`,
      )}
    </fieldset>`;
  }

  /** What one came to on the same callers, day after day. */
  private words() {
    const words = playWords();
    if (this.kept.way !== 'price') return nothing;
    const all = Object.entries(this.kept.results).reverse();
    return html`<section>
      <h2>${words.words}</h2>
      ${all.length === 0 ? html`<p class="label">${words.wordsNone}</p>` : nothing}
      ${all.map(([of, results]) => this.ofWord(of, results))}
    </section>`;
  }

  private ofWord(of: string, results: readonly Result[]) {
    const words = playWords();
    const [number = '', ...word] = of.split(' ');
    const chapter = [...CHAPTERS, SHIFT].find((one) => one.number === Number(number));
    if (chapter === undefined) return nothing;
    const name = words.wordOf(say(chapter.title), word.join(' '));
    return html`<div class="word">
      <p>
        ${name}
        <button
          class="button"
          aria-label=${`${words.again}, ${name}`}
          @click=${() => this.play(chapter, word.join(' '))}
        >
          ${words.again}
        </button>
      </p>
      <ol class="results">
        ${results.map(({ gaveUp, lived, resolved, served }) => {
          const how = lived === null ? words.livedNone : figure(Math.round(lived));
          return html`<li class="label">${words.result(resolved, served, gaveUp, how)}</li>`;
        })}
      </ol>
    </div>`;
  }

  private choose(way: Way): void {
    this.kept = keepProgress({ way });
  }

  private readonly follow = (event: MouseEvent) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    go((event.currentTarget as HTMLAnchorElement).pathname);
  };

  private bringBack(event: SubmitEvent): void {
    event.preventDefault();
    const field = (event.currentTarget as HTMLFormElement).querySelector('input');
    const found = fromPhrase(field?.value ?? '');
    this.phraseProblem = null;
    this.told = '';
    if (found === null) {
      this.phraseProblem = WRONG_PHRASE;
      field?.focus();
      return;
    }
    this.kept = keepProgress(found);
    this.told = playWords().taken;
  }

  private erase(): void {
    this.kept = eraseProgress();
    forgetNature();
    forgetWords();
    this.phraseProblem = null;
    this.told = playWords().erased;
  }

  private remembered() {
    const words = playWords();
    const { begun, done, results } = this.kept;
    const isSomething = [done, Object.keys(begun), Object.keys(results)].some(
      (one) => one.length > 0,
    );
    const { advice } = this.kept;
    return html`<section class="kept">
      <h2>${words.kept}</h2>
      ${
        advice === null
          ? nothing
          : html`<p class="advice">
              <span class="label">${words.lastAdvice}</span> ${say(ADVICE_SAYS[advice])}
            </p>`
      }
      <p class="label">${words.keptSays}</p>
      <p class="phrase">${phraseOf(this.kept)}</p>
      <form @submit=${this.bringBack} novalidate>
        <div>
          <label for="phrase">${words.phrase}</label>
          <input id="phrase" type="text" autocomplete="off" spellcheck="false" maxlength="20" />
        </div>
        <button class="button">${words.take}</button>
      </form>
      <ct-notice .problem=${this.phraseProblem}></ct-notice>
      <p role="status" class="label">${this.told}</p>
      ${
        isSomething
          ? html`<button class="button" @click=${() => this.erase()}>${words.erase}</button>`
          : nothing
      }
    </section>`;
  }

  override render() {
    const words = playWords();
    // Asked for so that the page is drawn anew in another language.
    void this.language.words;
    return html`<ct-top-bar></ct-top-bar>
      <main>
        <h1>${words.title}</h1>
        <p class="lead serif">${words.lead}</p>
        ${this.first()}
        <div class="pages">
          <section>
            <h2>${words.chapters}</h2>
            <ol>
              ${CHAPTERS.map((chapter) => this.row(chapter))}
            </ol>
            <p class="label">${words.hypotheses}</p>
          </section>
          <aside>
            ${this.ways()} ${this.words()} ${this.remembered()}
            <section>
              <h2><a href="/days" @click=${this.follow}>${words.days}</a></h2>
              <p class="label">${words.daysSays}</p>
            </section>
          </aside>
        </div>
      </main>`;
  }
}

const WRONG_PHRASE = problem('E_TYPE', 'phrase', PLAY_TEXTS.fr.wrong, PLAY_TEXTS.en.wrong);

declare global {
  interface HTMLElementTagNameMap {
    'ct-play': PlayPage;
  }
}
