import { html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { textIn } from '../../../models/doors/scenario.ts';
import type { StaffingReport } from '../../../models/doors/study.ts';
import { base, buttons } from '../../look/shared.ts';
import { download } from '../../state/download.ts';
import { FIGURES, type FiguresFormat, figuresFile } from '../../state/figures-file.ts';
import { LanguageController, language } from '../../text/language.ts';
import { fileNamed, reportWords } from '../../text/report.ts';
import { reportSaveStyles } from '../report-save/report-save.styles.ts';

/** Gives the figures of an answer away, as files that other programs open. */
@customElement('ct-figures-save')
export class FiguresSave extends LitElement {
  protected readonly language = new LanguageController(this);
  @property({ attribute: false }) report: StaffingReport | null = null;
  @state() private failed = false;

  static override styles = [base, buttons, reportSaveStyles];

  private async save(report: StaffingReport, format: FiguresFormat): Promise<void> {
    const { figures } = reportWords();
    const name = fileNamed(figures.file, textIn(report.answer.scenario.name, language()));
    try {
      const { content, ending, type } = await figuresFile(report, format, language());
      download(`${name}.${ending}`, content, type);
      this.failed = false;
    } catch {
      this.failed = true;
    }
  }

  override render() {
    const { report } = this;
    if (report === null) return nothing;
    const { figures } = reportWords();
    return html`${FIGURES.map(
      (format) => html`<button class="button" @click=${() => this.save(report, format)}>
          ${figures.buttons[format]}
        </button>`,
    )}
      <span class="label" role="status">${this.failed ? figures.failed : figures.says}</span>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ct-figures-save': FiguresSave;
  }
}
