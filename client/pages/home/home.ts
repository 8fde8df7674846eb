import { html, LitElement } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import '../../elements/motif/motif.ts';
import '../../elements/notice/notice.ts';
import '../../elements/top-bar/top-bar.ts';
import { type Problem, problem } from '../../../models/doors/scenario.ts';
import { base, buttons, fields } from '../../look/shared.ts';
import { go, pathTo } from '../../route.ts';
import { en } from '../../text/en.ts';
import { fr } from '../../text/fr.ts';
import { LanguageController } from '../../text/language.ts';
import { codeIn, secretFragment } from '../../wire/code.ts';
import { getRoom } from '../../wire/http.ts';
import { homeStyles } from './home.styles.ts';

/** Ways in that need no code. */
const DOORS = ['play', 'lead', 'lab'] as const;

/** The first page: the two voices, a room to join, then three doors. */
@customElement('ct-home')
export class Home extends LitElement {
  private readonly language = new LanguageController(this);
  @state() private joinProblem: Problem | null = null;
  /** Counts the codes sent: the newest is the one that is followed. */
  private joins = 0;
  @query('#code') private readonly code!: HTMLInputElement;

  static override styles = [base, buttons, fields, homeStyles];

  override connectedCallback(): void {
    super.connectedCallback();
    document.title = this.language.words.home.title;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.joins += 1;
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

  private joining() {
    const { home } = this.language.words;
    return html`<form class="join" @submit=${this.join} novalidate>
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
      <button class="button main">${home.joinButton}</button>
      <p id="code-hint" class="label">${home.codeHint}</p>
      <ct-notice .problem=${this.joinProblem}></ct-notice>
    </form>`;
  }

  private readonly follow = (event: MouseEvent) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    go((event.currentTarget as HTMLAnchorElement).pathname);
  };

  private doors() {
    const { doors } = this.language.words.home;
    return html`<nav class="doors" aria-label=${doors.label}>
      ${DOORS.map(
        (page) => html`<a href="/${page}" @click=${this.follow}>
          <span class="serif">${doors[page]}</span>
          <small>${doors[`${page}Says`]}</small>
        </a>`,
      )}
    </nav>`;
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
        ${this.joining()} ${this.doors()}
      </main>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ct-home': Home;
  }
}
