import { html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import '../../elements/staircase/staircase.ts';
import '../../elements/top-bar/top-bar.ts';
import './another-day.ts';
import './check.ts';
import { type Report, staffingChoices } from '../../../models/doors/report.ts';
import { choicesList } from '../../elements/choices/choices.ts';
import { rowsTable } from '../../elements/rows/rows.ts';
import type { Drawn } from '../../elements/staircase/steps.ts';
import { supposedNotes } from '../../elements/supposed/supposed.ts';
import { base } from '../../look/shared.ts';
import { Evidence, type ReportState } from '../../state/report.ts';
import { Watch } from '../../state/watch.ts';
import { figure } from '../../text/figures.ts';
import { LanguageController, language, say } from '../../text/language.ts';
import { reportWords } from '../../text/report.ts';
import { typeset } from '../../text/typeset.ts';
import { PageExecutor } from '../../work/page-executor.ts';
import { screens } from '../lab/screens.styles.ts';
import { reportStyles } from './report.styles.ts';

/** What the page holds beside its script: the data of a report; nothing in the bare template. */
const dataHere = (): string => document.getElementById('report')?.textContent ?? 'null';

/** A printed day as the staircase draws one. */
const drawnOf = ({ ask, figures }: Report): Drawn => {
  const { intervals, planned } = figures.data;
  const answer = { ask, intervals, scenario: { day: { opensAt: intervals[0]?.begins ?? '' } } };
  return planned === undefined ? { answer } : { answer, planned };
};

/**
 * A report that recomputes itself: what was printed, at once; then the same days played again, and
 * whether they give the same. All of it is in one file.
 */
@customElement('ct-report')
export class ReportPage extends LitElement {
  protected readonly language = new LanguageController(this);
  /** A test hands in evidence of its own. */
  @property({ attribute: false }) evidence: Evidence | null = null;
  private readonly executor = new PageExecutor();
  private watch: Watch<ReportState> | null = null;
  private drawn: Drawn | null = null;

  static override styles = [base, screens, reportStyles];

  override connectedCallback(): void {
    this.evidence ??= new Evidence(dataHere(), this.executor);
    const { report } = this.evidence.state;
    this.drawn = report === null ? null : drawnOf(report);
    const { state$ } = this.evidence;
    this.watch ??= new Watch(this, () => state$);
    super.connectedCallback();
    void this.evidence.recompute();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.executor.close();
  }

  private printed(state: ReportState, report: Report) {
    const words = reportWords();
    const { data, sheets } = report.figures;
    const sheet = sheets[language()];
    const set = language() === 'fr' ? typeset : (text: string) => text;
    const totals = data.intervals.map(({ groups }) =>
      groups.reduce((sum, { agents }) => sum + agents, 0),
    );
    const { agentHours } = data;
    const hours = figure(agentHours, agentHours % 1 === 0 ? 0 : 1);
    document.title = `${sheet.name} · ${words.title}`;
    const asked = words.kicker[data.planned === undefined ? 'staff' : 'schedule'];
    return html`<p class="kicker">${asked} · <b>${set(sheet.name)}</b></p>
      <h1>${set(sheet.headline)}</h1>
      <p class="big">
        ${sheet.big ? set(sheet.big.value) : figure(Math.max(...totals))}<small
          >${sheet.big ? set(sheet.big.says) : words.peak(hours)}</small
        >
      </p>
      <ct-report-check .evidence=${this.evidence} .state=${state}></ct-report-check>
      <ct-staircase .report=${this.drawn}></ct-staircase>
      ${sheet.tables.map((table) => rowsTable(table, set))}
      ${supposedNotes(sheet, set)}
      <div class="notes">${sheet.notes.map((note) => html`<p>${set(note)}</p>`)}</div>
      ${choicesList(staffingChoices(report))}
      ${
        state.other === null
          ? nothing
          : html`<ct-report-other .evidence=${this.evidence} .state=${state}></ct-report-other>`
      }
      <p class="label made">${words.choices.made}</p>`;
  }

  private nothingToShow({ problem }: ReportState) {
    const words = reportWords();
    document.title = words.title;
    if (problem === null) return html`<h1>${words.empty}</h1>`;
    return html`<h1>${words.damaged}</h1>
      <p>${say(problem.says)}</p>`;
  }

  override render() {
    const state = this.watch?.value;
    if (state === undefined) return nothing;
    const { report } = state;
    return html`<ct-top-bar></ct-top-bar>
      <main>${report === null ? this.nothingToShow(state) : this.printed(state, report)}</main>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ct-report': ReportPage;
  }
}
