import { html, LitElement } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import '../../elements/motif/motif.ts';
import '../../elements/notice/notice.ts';
import '../../elements/speed-slider/speed-slider.ts';
import '../../elements/scenario-list/scenario-list.ts';
import '../../elements/top-bar/top-bar.ts';
import type { CatalogueEntry, OpenRoomAsk } from '../../../models/doors/live.ts';
import { type Problem, problem } from '../../../models/doors/scenario.ts';
import { base, buttons, fields } from '../../look/shared.ts';
import { go, pathTo } from '../../route.ts';
import { en } from '../../text/en.ts';
import { fr } from '../../text/fr.ts';
import { LanguageController } from '../../text/language.ts';
import { policyWords } from '../../text/policies.ts';
import { codeIn, secretFragment } from '../../wire/code.ts';
import { getRoom, getScenarios, openRoom } from '../../wire/http.ts';
import { keepHostToken } from '../../wire/kept.ts';
import { homeStyles } from './home.styles.ts';

const FIRST_SPEED = 5;

/** The first page: the two voices, then join a room or open one. */
@customElement('ct-home')
export class Home extends LitElement {
  private readonly language = new LanguageController(this);
  @state() private entries: readonly CatalogueEntry[] | null = null;
  @state() private chosen = '';
  @state() private speed = FIRST_SPEED;
  @state() private without = false;
  @state() private busy = false;
  @state() private catalogueProblem: Problem | null = null;
  @state() private openProblem: Problem | null = null;
  @state() private joinProblem: Problem | null = null;
  /** Counts the codes sent: the newest is the one that is followed. */
  private joins = 0;
  @query('#code') private readonly code!: HTMLInputElement;
  @query('#seed') private readonly seed!: HTMLInputElement;

  static override styles = [base, buttons, fields, homeStyles];

  override connectedCallback(): void {
    super.connectedCallback();
    document.title = this.language.words.home.title;
    void this.load();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.joins += 1;
  }

  private async load(): Promise<void> {
    this.catalogueProblem = null;
    const reply = await getScenarios();
    if (!reply.ok) {
      this.catalogueProblem = reply.problem;
      return;
    }
    this.entries = reply.scenarios;
    this.chosen ||= reply.scenarios[0]?.id ?? '';
  }

  private async join(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const typed = this.code.value;
    const code = codeIn(typed);
    if (!code) {
      this.joinProblem = problem('E_TYPE', 'code', fr.home.codeEmpty, en.home.codeEmpty);
      return this.code.focus();
    }
    const turn = ++this.joins;
    let reply = await getRoom(code);
    // Its turn comes by itself, unless another code is typed meanwhile.
    while (!reply.ok && reply.problem.afterMs !== undefined && turn === this.joins) {
      this.joinProblem = reply.problem;
      const { afterMs } = reply.problem;
      await new Promise((next) => setTimeout(next, afterMs));
      if (turn === this.joins) reply = await getRoom(code);
    }
    if (turn !== this.joins) return;
    // A record is looked at: there is no desk to take in it.
    if (reply.ok)
      return go(pathTo(reply.record ? 'wall' : 'desk', reply.code) + secretFragment(typed));
    this.joinProblem = reply.problem;
    this.code.focus();
  }

  private async open(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    if (this.busy) return;
    this.openProblem = null;
    if (!this.chosen) {
      this.openProblem = problem('E_TYPE', 'scenario', fr.home.chooseFirst, en.home.chooseFirst);
      return;
    }
    this.busy = true;
    const seed = this.seed.value.trim();
    const people = this.hasPeople && this.without ? { people: false } : {};
    const ask: OpenRoomAsk = { scenario: this.chosen, speed: this.speed, paused: true, ...people };
    const reply = await openRoom(seed ? { ...ask, seed } : ask);
    this.busy = false;
    if (!reply.ok) {
      this.openProblem = reply.problem;
      return;
    }
    keepHostToken(codeIn(reply.code), reply.hostToken);
    go(pathTo('room', reply.code));
  }

  private catalogue() {
    const { home } = this.language.words;
    if (this.catalogueProblem)
      return html`<ct-notice .problem=${this.catalogueProblem}></ct-notice>
        <p>
          <button type="button" class="button" @click=${() => this.load()}>${home.retry}</button>
        </p>`;
    if (!this.entries) return html`<p class="quiet waiting">${home.loading}</p>`;
    if (this.entries.length === 0) return html`<p class="quiet waiting">${home.none}</p>`;
    return html`<ct-scenario-list
      .entries=${this.entries}
      .chosen=${this.chosen}
      .speed=${this.speed}
      @ct-choose=${(event: CustomEvent<string>) => (this.chosen = event.detail)}
    ></ct-scenario-list>`;
  }

  /** The day chosen has human parts, which are hypotheses. */
  private get hasPeople(): boolean {
    return this.entries?.find(({ id }) => id === this.chosen)?.people ?? false;
  }

  private people() {
    const { without, withoutHint } = policyWords();
    return html`<div class="people">
      <label>
        <input
          type="checkbox"
          .checked=${this.without}
          aria-describedby="without-hint"
          @change=${(event: Event) => (this.without = (event.target as HTMLInputElement).checked)}
        />
        ${without}
      </label>
      <p id="without-hint" class="label">${withoutHint}</p>
    </div>`;
  }

  private joining() {
    const { home } = this.language.words;
    return html`<form class="join" @submit=${this.join} novalidate>
      <h2>${home.join}</h2>
      <label for="code">${home.code}</label>
      <input
        id="code"
        type="text"
        class="code"
        autocomplete="off"
        autocapitalize="characters"
        spellcheck="false"
        enterkeyhint="go"
        aria-describedby="code-hint"
      />
      <p id="code-hint" class="label">${home.codeHint}</p>
      <button class="button main">${home.joinButton}</button>
      <ct-notice .problem=${this.joinProblem}></ct-notice>
    </form>`;
  }

  private opening() {
    const { home } = this.language.words;
    return html`<form class="open" @submit=${this.open} novalidate>
      <h2>${home.open}</h2>
      ${this.catalogue()}
      <div class="settings">
        <ct-speed-slider
          .speed=${this.speed}
          @ct-speed=${(event: CustomEvent<number>) => (this.speed = event.detail)}
        ></ct-speed-slider>
        <div>
          <label for="seed">${home.seed} <span class="quiet">(${home.optional})</span></label>
          <input
            id="seed"
            type="text"
            maxlength="64"
            autocomplete="off"
            spellcheck="false"
            aria-describedby="seed-hint"
          />
          <p id="seed-hint" class="label">${home.seedHint}</p>
        </div>
        ${this.hasPeople ? this.people() : null}
        <button class="button main" aria-disabled=${this.busy}>
          ${this.busy ? home.opening : home.openButton}
        </button>
      </div>
      <ct-notice .problem=${this.openProblem}></ct-notice>
    </form>`;
  }

  override render() {
    const { voices, home } = this.language.words;
    return html`<ct-top-bar></ct-top-bar>
      <main>
        <h1>
          <span class="care">${voices.care}</span>
          <span class="hurry">${voices.hurry}</span>
        </h1>
        <ct-motif></ct-motif>
        <p class="lead serif">${home.lead} <span>${home.lead2}</span></p>
        <div class="ways">${this.joining()} ${this.opening()}</div>
      </main>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ct-home': Home;
  }
}
