import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import '../notice/notice.ts';
import type { Problem } from '../../../models/doors/scenario.ts';
import { base, buttons } from '../../look/shared.ts';
import { isOneFile } from '../../one-file/here.ts';
import { go, pathTo } from '../../route.ts';
import { labWords } from '../../text/lab.ts';
import { LanguageController } from '../../text/language.ts';
import { codeIn } from '../../wire/code.ts';
import { openRoom } from '../../wire/http.ts';
import { keepHostToken } from '../../wire/kept.ts';

/** Opens a room on the centre of the lab; nothing where there is no server. */
@customElement('ct-open-room')
export class OpenRoom extends LitElement {
  protected readonly language = new LanguageController(this);
  /** A day of the catalogue, or a whole scenario. */
  @property({ attribute: false }) scenario: string | object | null = null;
  @state() private busy = false;
  @state() private problem: Problem | null = null;

  static override styles = [
    base,
    buttons,
    css`
      p {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--s-3) var(--s-5);
      }
    `,
  ];

  private async open(scenario: string | object): Promise<void> {
    if (this.busy) return;
    [this.busy, this.problem] = [true, null];
    const reply = await openRoom({ scenario, paused: true });
    this.busy = false;
    if (!reply.ok) {
      this.problem = reply.problem;
      return;
    }
    keepHostToken(codeIn(reply.code), reply.hostToken);
    go(pathTo('room', reply.code));
  }

  override render() {
    const { scenario } = this;
    if (scenario === null || isOneFile()) return nothing;
    const { room } = labWords();
    return html`<p>
        <button class="button" aria-disabled=${this.busy} @click=${() => this.open(scenario)}>
          ${room.open}
        </button>
        <span class="label">${room.says}</span>
      </p>
      <ct-notice .problem=${this.problem}></ct-notice>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ct-open-room': OpenRoom;
  }
}
