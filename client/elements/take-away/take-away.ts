import { html, LitElement, nothing } from 'lit';
import { customElement } from 'lit/decorators.js';
import { base } from '../../look/shared.ts';
import { isOneFile } from '../../one-file/here.ts';
import { LanguageController } from '../../text/language.ts';
import { reportWords } from '../../text/report.ts';

/** The lab as one file, for a computer without a server; nothing in that file itself. */
@customElement('ct-take-away')
export class TakeAway extends LitElement {
  protected readonly language = new LanguageController(this);

  static override styles = [base];

  override render() {
    if (isOneFile()) return nothing;
    const { takeAway } = reportWords();
    return html`<p>
      <a href="/lab.html" download="contretemps-lab.html">${takeAway.link}</a>
      <span class="label">${takeAway.says}</span>
    </p>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ct-take-away': TakeAway;
  }
}
