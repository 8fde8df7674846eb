import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import '../../elements/figures-save/figures-save.ts';
import '../../elements/notice/notice.ts';
import '../../elements/open-room/open-room.ts';
import '../../elements/report-save/report-save.ts';
import '../../elements/staircase/staircase.ts';
import '../../elements/waterfall/waterfall.ts';
import { choicesOf } from '../../../models/doors/report.ts';
import { publicViewOf, type Scenario } from '../../../models/doors/scenario.ts';
import { type Rows, type StaffingReport, staffingSheet } from '../../../models/doors/study.ts';
import { choicesList } from '../../elements/choices/choices.ts';
import { rowsTable } from '../../elements/rows/rows.ts';
import { supposedNotes } from '../../elements/supposed/supposed.ts';
import { base, buttons, fields } from '../../look/shared.ts';
import { copied } from '../../state/copy.ts';
import type { Lab, LabState } from '../../state/lab.ts';
import { durationSaid, figure, moment } from '../../text/figures.ts';
import { labWords } from '../../text/lab.ts';
import { LanguageController, language, say } from '../../text/language.ts';
import { reportWords } from '../../text/report.ts';
import { typeset } from '../../text/typeset.ts';
import { screens } from './screens.styles.ts';

const namesOf = (scenario: Scenario) => publicViewOf(scenario).name;

/** The answer: one sentence, one big number, the picture that proves it, then the figures. */
@customElement('ct-lab-answer')
export class LabAnswer extends LitElement {
  protected readonly language = new LanguageController(this);
  @property({ attribute: false }) lab: Lab | null = null;
  @property({ attribute: false }) state: LabState | null = null;

  /** What became of the last button. */
  @state() private told = '';
  /** The link is shown, where this device copies nothing. */
  @state() private shown = false;
  @query('.link') private readonly field!: HTMLInputElement | null;

  static override styles = [
    base,
    buttons,
    screens,
    fields,
    css`
      .link {
        flex: 1 1 100%;
        max-width: var(--measure);
      }
    `,
  ];

  private running() {
    const { running } = labWords();
    const run = this.state?.run;
    if (!run) return nothing;
    const days = run.planned > 0 ? running.days(figure(run.played), figure(run.planned)) : '';
    const left = run.leftMs === null ? '' : `· ${running.left(durationSaid(run.leftMs + 999))}`;
    return html`<div class="progress" role="status">
      <progress
        max="1"
        .value=${run.planned > 0 ? run.played / run.planned : 0}
        aria-label=${running.working}
      ></progress>
      <p class="row">
        <span>${[days, left].join(' ')}</span>
        <button class="button" @click=${() => this.lab?.stop()}>${running.cancel}</button>
      </p>
    </div>`;
  }

  /** What more may be asked for; each costs days of its own, and is played where it was asked. */
  private further(report: StaffingReport) {
    const { answer: words } = labWords();
    const what = this.state?.run?.what;
    if (what !== undefined && what !== 'answer')
      return html`<section class="on-screen">
        <h2>${words[what]}</h2>
        ${this.running()}
      </section>`;
    const left = (['price', 'gap', 'sensitivity'] as const).filter((one) => report[one] === null);
    if (left.length === 0) return nothing;
    return html`<section class="on-screen">
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

  /** A name under which the study is kept on this device, and a link to the question. */
  private keeping() {
    const { answer: words } = labWords();
    const link = this.lab?.link ?? null;
    const address = `${location.href.split('#')[0]}#answer?${link ?? ''}`;
    return html`<p class="row">
      <button class="button" @click=${() => print()}>${words.print}</button>
      <button class="button" @click=${() => this.keep()}>${words.keep}</button>
      ${
        link === null
          ? nothing
          : html`<button
              class="button"
              @click=${() => this.copy(address)}
            >
              ${words.link}
            </button>`
      }
      <span class="label" role="status">${this.told}</span>
      ${
        this.shown && link !== null
          ? html`<input
              class="link"
              type="text"
              readonly
              aria-label=${words.linkLabel}
              .value=${address}
            />`
          : nothing
      }
    </p>`;
  }

  private async copy(address: string): Promise<void> {
    const { answer: words } = labWords();
    const isCopied = await copied(address);
    [this.told, this.shown] = [isCopied ? words.copied : words.notCopied, !isCopied];
    await this.updateComplete;
    this.field?.select();
  }

  private async keep(): Promise<void> {
    const { answer: words } = labWords();
    const { scenario } = this.state ?? {};
    const name = `${scenario ? say(namesOf(scenario)) : ''}, ${moment(Date.now())}`;
    const kept = (await this.lab?.keep(name)) ?? null;
    this.told = kept === null ? words.notKept : words.kept(kept);
  }

  /** A table; the gap to the formula has its picture below it. */
  private table(table: Rows, set: (text: string) => string) {
    return table.drawn === undefined
      ? rowsTable(table, set)
      : html`${rowsTable(table, set)}<ct-waterfall .table=${table}></ct-waterfall>`;
  }

  private answered(report: StaffingReport) {
    const { answer: words } = labWords();
    const sheet = staffingSheet(report, language());
    const { agentHours, intervals } = report.answer;
    const totals = intervals.map(({ groups }) => groups.reduce((sum, one) => sum + one.agents, 0));
    const most = Math.max(...totals);
    const hours = figure(agentHours, agentHours % 1 === 0 ? 0 : 1);
    const set = language() === 'fr' ? typeset : (text: string) => text;
    return html`<p class="kicker"><b>${set(sheet.name)}</b></p>
      <h1>${set(sheet.headline)}</h1>
      <p class="big">
        ${sheet.big ? set(sheet.big.value) : figure(most)}<small
          >${sheet.big ? set(sheet.big.says) : words.atPeak(hours)}</small
        >
      </p>
      <ct-staircase .report=${report}></ct-staircase>
      ${sheet.tables.map((table) => this.table(table, set))} ${this.further(report)}
      <section class="on-screen">
        <h2>${reportWords().figures.title}</h2>
        <ct-report-save .report=${report}></ct-report-save>
        <ct-figures-save .report=${report}></ct-figures-save>
        ${this.keeping()}
        <ct-open-room .scenario=${this.lab?.playable ?? null}></ct-open-room>
      </section>
      ${supposedNotes(sheet, set)}
      <div class="notes">${sheet.notes.map((note) => html`<p>${set(note)}</p>`)}</div>
      ${choicesList(choicesOf(report))}`;
  }

  override render() {
    const { answer: words, running } = labWords();
    const { problems, report, run, scenario } = this.state ?? {};
    if (!scenario)
      return html`<h1>${words.none}</h1>
        <p><a class="button" href="#question">${labWords().steps.question}</a></p>`;
    const [problem] = problems ?? [];
    const title = run ? words.coming : problem ? running.refused : this.idle.title;
    return html`${report ? this.answered(report) : html`<h1>${title}</h1>`}
      ${report ? nothing : this.running()}
      <ct-notice .problem=${problem ?? null}></ct-notice>
      ${
        report || run || problem
          ? nothing
          : html`<p>${this.idle.says}</p>
              <div class="row">
                <button class="button main" @click=${() => this.lab?.answer()}>
                  ${running.again}
                </button>
              </div>`
      }`;
  }

  /** Nothing is being worked out: it was stopped, or nobody has asked yet. */
  private get idle(): { readonly title: string; readonly says: string } {
    const { question, running } = labWords();
    return this.state?.stopped
      ? { title: running.stopped, says: running.kept }
      : { title: question.titles[this.state?.question ?? 'staff'], says: running.unasked };
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ct-lab-answer': LabAnswer;
  }
}
