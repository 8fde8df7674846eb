import { html, LitElement } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import '../../elements/notice/notice.ts';
import '../../elements/scenario-list/scenario-list.ts';
import '../../elements/speed-slider/speed-slider.ts';
import '../../elements/top-bar/top-bar.ts';
import type { CatalogueEntry, OpenRoomAsk } from '../../../models/doors/live.ts';
import { type Problem, problem } from '../../../models/doors/scenario.ts';
import { front } from '../../look/front.ts';
import { base, buttons, fields } from '../../look/shared.ts';
import { go, pathTo } from '../../route.ts';
import { en } from '../../text/en.ts';
import { fr } from '../../text/fr.ts';
import { LanguageController } from '../../text/language.ts';
import { policyWords } from '../../text/policies.ts';
import { teamsWords } from '../../text/teams.ts';
import { codeIn } from '../../wire/code.ts';
import { getScenarios, openRoom } from '../../wire/http.ts';
import { keepHostToken } from '../../wire/kept.ts';
import { openStyles } from './open.styles.ts';

const FIRST_SPEED = 5;
const MOST_TEAMS = 50;

/** Chooses a day and opens a room on it: for oneself alone, or for a group. */
@customElement('ct-open')
export class OpenPage extends LitElement {
  private readonly language = new LanguageController(this);
  /** One plays alone: the room leads straight to its desks. */
  @property({ type: Boolean }) alone = false;
  @state() private entries: readonly CatalogueEntry[] | null = null;
  @state() private chosen = '';
  @state() private speed = FIRST_SPEED;
  @state() private without = false;
  @state() private teams = 1;
  @state() private busy = false;
  @state() private catalogueProblem: Problem | null = null;
  @state() private openProblem: Problem | null = null;
  @query('#seed') private readonly seed!: HTMLInputElement;

  static override styles = [base, buttons, fields, front, openStyles];

  override connectedCallback(): void {
    super.connectedCallback();
    const { home } = this.language.words;
    document.title = `${this.alone ? home.doors.play : home.doors.lead} · Contretemps`;
    void this.load();
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
    const teams = this.alone || this.teams === 1 ? {} : { teams: this.teams };
    const ask: OpenRoomAsk = {
      ...{ scenario: this.chosen, speed: this.speed, paused: true },
      ...people,
      ...teams,
    };
    const reply = await openRoom(seed ? { ...ask, seed } : ask);
    this.busy = false;
    if (!reply.ok) {
      this.openProblem = reply.problem;
      return;
    }
    keepHostToken(codeIn(reply.code), reply.hostToken);
    go(pathTo(this.alone ? 'desk' : 'room', reply.code));
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

  private teamsField() {
    const words = teamsWords();
    return html`<div>
      <label for="teams">${words.field}</label>
      <input
        id="teams"
        type="number"
        min="1"
        max=${MOST_TEAMS}
        step="1"
        inputmode="numeric"
        .value=${String(this.teams)}
        aria-describedby="teams-hint"
        @change=${(event: Event) => {
          const field = event.target as HTMLInputElement;
          const asked = Math.round(Number(field.value) || 1);
          this.teams = Math.min(MOST_TEAMS, Math.max(1, asked));
          field.value = String(this.teams);
        }}
      />
      <p id="teams-hint" class="label">${words.fieldHint}</p>
    </div>`;
  }

  private settings() {
    const { home } = this.language.words;
    const button = this.alone ? home.playButton : home.openButton;
    return html`<div class="settings">
      <ct-speed-slider
        .speed=${this.speed}
        @ct-speed=${(event: CustomEvent<number>) => (this.speed = event.detail)}
      ></ct-speed-slider>
      ${this.alone ? null : this.teamsField()}
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
      <div class="act">
        <button class="button main" aria-disabled=${this.busy}>
          ${this.busy ? home.opening : button}
        </button>
        <ct-notice .problem=${this.openProblem}></ct-notice>
      </div>
    </div>`;
  }

  override render() {
    const { home } = this.language.words;
    return html`<ct-top-bar></ct-top-bar>
      <main>
        <h1>${this.alone ? home.play : home.open}</h1>
        <p class="lead serif">${this.alone ? home.playLead : home.openLead}</p>
        <form @submit=${this.open} novalidate>
          ${this.catalogue()} ${this.settings()}
        </form>
      </main>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ct-open': OpenPage;
  }
}
