import { html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import '../../elements/notice/notice.ts';
import '../../elements/report-save/report-save.ts';
import '../../elements/staircase/staircase.ts';
import { type StaffingReport, staffingSheet } from '../../../models/doors/study.ts';
import { rowsTable } from '../../elements/rows/rows.ts';
import { base, buttons } from '../../look/shared.ts';
import type { Lab, LabState } from '../../state/lab.ts';
import { durationSaid, figure } from '../../text/figures.ts';
import { labWords } from '../../text/lab.ts';
import { LanguageController, language } from '../../text/language.ts';
import { typeset } from '../../text/typeset.ts';
import { screens } from './screens.styles.ts';

/** The answer: one sentence, one big number, the picture that proves it, then the figures. */
@customElement('ct-lab-answer')
export class LabAnswer extends LitElement {
  protected readonly language = new LanguageController(this);
  @property({ attribute: false }) lab: Lab | null = null;
  @property({ attribute: false }) state: LabState | null = null;

  static override styles = [base, buttons, screens];

  private running() {
    const { running } = labWords();
    const run = this.state?.run;
    if (!run) return nothing;
    const left = run.leftMs === null ? '' : running.left(durationSaid(run.leftMs + 999));
    return html`<div class="progress" role="status">
      <progress
        max="1"
        .value=${run.planned > 0 ? run.played / run.planned : 0}
        aria-label=${running.working}
      ></progress>
      <p class="row">
        <span>${running.days(figure(run.played), figure(run.planned))}${left ? ` · ${left}` : ''}</span>
        <button class="button" @click=${() => this.lab?.cancel()}>${running.cancel}</button>
      </p>
    </div>`;
  }

  /** What more may be asked for; each costs days of its own. */
  private further(report: StaffingReport) {
    const { answer: words } = labWords();
    const left = (['price', 'gap', 'sensitivity'] as const).filter((one) => report[one] === null);
    if (left.length === 0 || this.state?.run) return nothing;
    return html`<section>
      <h2>${words.more}</h2>
      <p class="row">
        ${left.map(
          (one) => html`<button class="button" @click=${() => this.lab?.look(one)}>
            ${words[one]}
          </button>`,
        )}
        <span class="label">${words.takes}</span>
      </p>
    </section>`;
  }

  private answered(report: StaffingReport) {
    const { answer: words } = labWords();
    const sheet = staffingSheet(report, language());
    const { agentHours, intervals } = report.answer;
    const totals = intervals.map(({ groups }) => groups.reduce((sum, one) => sum + one.agents, 0));
    const most = Math.max(...totals);
    const set = language() === 'fr' ? typeset : (text: string) => text;
    return html`<h1>${set(sheet.headline)}</h1>
      <p class="big">
        ${figure(most)}<small>${words.atPeak(figure(agentHours, agentHours % 1 === 0 ? 0 : 1))}</small>
      </p>
      <ct-staircase .report=${report}></ct-staircase>
      ${sheet.tables.map((table) => rowsTable(table, set))} ${this.further(report)}
      <ct-report-save .report=${report}></ct-report-save>
      <div class="notes">${sheet.notes.map((note) => html`<p>${set(note)}</p>`)}</div>`;
  }

  override render() {
    const { answer: words, running } = labWords();
    const { problems, report, run, scenario } = this.state ?? {};
    if (!scenario) return html`<h1>${words.none}</h1>`;
    const [problem] = problems ?? [];
    const stopped = !report && !run && !problem;
    return html`${report ? this.answered(report) : html`<h1>${stopped ? running.stopped : words.coming}</h1>`}
      ${this.running()} <ct-notice .problem=${problem ?? null}></ct-notice>
      ${
        stopped
          ? html`<div class="row">
              <button class="button main" @click=${() => this.lab?.answer()}>${running.again}</button>
            </div>`
          : nothing
      }`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ct-lab-answer': LabAnswer;
  }
}
