import { html, LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import './debrief.ts';
import { enterAsSeat } from '../../state/enter.ts';

/** The debrief of a room of the server. */
@customElement('ct-debrief-room')
export class DebriefRoomPage extends LitElement {
  @property() code = '';

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override render() {
    return html`<ct-debrief .code=${this.code} .enter=${enterAsSeat}></ct-debrief>`;
  }
}
