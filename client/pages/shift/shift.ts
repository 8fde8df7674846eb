import { html, LitElement } from 'lit';
import { customElement } from 'lit/decorators.js';
import '../../elements/top-bar/top-bar.ts';
import '../debrief/debrief.ts';
import { base } from '../../look/shared.ts';
import { ShiftRoom } from '../../state/shift.ts';
import { type ShiftData, shiftHere } from '../../state/shift-file.ts';
import { debriefWords } from '../../text/debrief.ts';
import { LanguageController } from '../../text/language.ts';
import { spawnReplayer } from '../../work/spawn-replayer.ts';

/** What the page holds beside its script: a day; nothing in the bare template. */
const dataHere = (): string => document.getElementById('shift')?.textContent ?? 'null';

/** A day that was played, in one file: its debrief, worked out again here, and nobody is asked. */
@customElement('ct-shift')
export class ShiftPage extends LitElement {
  private readonly language = new LanguageController(this);
  private readonly data: ShiftData | null = shiftHere(dataHere());

  static override styles = [base];

  private readonly enter = (): ShiftRoom => new ShiftRoom(this.data as ShiftData, spawnReplayer());

  override render() {
    // Asked for so that the page is drawn anew in another language.
    void this.language.words;
    if (this.data !== null)
      return html`<ct-debrief
        .code=${`file-${this.data.seed}`}
        .enter=${this.enter}
      ></ct-debrief>`;
    return html`<ct-top-bar></ct-top-bar>
      <p role="alert">${debriefWords().file.bad}</p>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ct-shift': ShiftPage;
  }
}
