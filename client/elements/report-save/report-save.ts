import { html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { textIn } from '../../../models/doors/scenario.ts';
import type { StaffingReport } from '../../../models/doors/study.ts';
import { base, buttons } from '../../look/shared.ts';
import { download } from '../../state/download.ts';
import { reportFile } from '../../state/report-file.ts';
import { LanguageController, language } from '../../text/language.ts';
import { fileNamed, reportWords } from '../../text/report.ts';
import { reportSaveStyles } from './report-save.styles.ts';

/** Gives an answer away as one file that recomputes itself. */
@customElement('ct-report-save')
export class ReportSave extends LitElement {
  protected readonly language = new LanguageController(this);
  @property({ attribute: false }) report: StaffingReport | null = null;
  @state() private failed = false;

  static override styles = [base, buttons, reportSaveStyles];

  private async save(report: StaffingReport): Promise<void> {
    const { save } = reportWords();
    const name = fileNamed(save.file, textIn(report.answer.scenario.name, language()));
    try {
      download(`${name}.html`, await reportFile(report), 'text/html');
      this.failed = false;
    } catch {
      this.failed = true;
    }
  }

  override render() {
    const { report } = this;
    if (report === null) return nothing;
    const { save } = reportWords();
    return html`<button class="button" @click=${() => this.save(report)}>${save.button}</button>
      <span class="label" role="status">${this.failed ? save.failed : save.says}</span>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ct-report-save': ReportSave;
  }
}
