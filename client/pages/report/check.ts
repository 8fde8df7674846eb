import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import '../../elements/notice/notice.ts';
import { RULES_VERSION } from '../../../models/doors/live.ts';
import type { Deviation, Held, Report } from '../../../models/doors/report.ts';
import { base, buttons } from '../../look/shared.ts';
import type { Check, Evidence, ReportState, Running } from '../../state/report.ts';
import { durationSaid, figure } from '../../text/figures.ts';
import { LanguageController, language } from '../../text/language.ts';
import { reportWords } from '../../text/report.ts';
import { screens } from '../lab/screens.styles.ts';
import { whereIn } from './where.ts';

/** Differences shown; the others are counted. */
const SHOWN = 12;
/** The sheet that is not on the screen: it is worded anew along with the other. */
const OTHER = { fr: 'sheets.en.', en: 'sheets.fr.' } as const;

/** What became of the printed figures when this page computed them again. */
@customElement('ct-report-check')
export class ReportCheck extends LitElement {
  protected readonly language = new LanguageController(this);
  @property({ attribute: false }) evidence: Evidence | null = null;
  @property({ attribute: false }) state: ReportState | null = null;

  static override styles = [
    base,
    buttons,
    screens,
    css`
      .check {
        display: grid;
        gap: var(--s-3);
        padding: var(--s-4) var(--s-5);
        border: var(--line) solid var(--rule);
        border-left: 4px solid var(--mark);
        border-radius: var(--radius);
        break-inside: avoid;
      }

      .same {
        border-left-color: var(--ink);
      }

      .different {
        border-left-color: var(--alarm-ink);
      }

      .verdict {
        font: 500 var(--t-22) / 1.25 var(--serif);
      }

      .verdict::first-letter {
        text-transform: uppercase;
      }

      .different .verdict {
        color: var(--alarm-ink);
      }

      .hash {
        font: 400 var(--t-12) / 1.5 ui-monospace, Menlo, Consolas, monospace;
        overflow-wrap: anywhere;
        color: var(--ink-soft);
      }

      td,
      tbody th {
        white-space: normal;
        overflow-wrap: anywhere;
      }
    `,
  ];

  private running({ leftMs, planned, played }: Running) {
    const { check } = reportWords();
    const left = leftMs === null ? '' : ` · ${check.left(durationSaid(leftMs + 999))}`;
    return html`<p>${check.coming}</p>
      <div class="progress">
        <progress
          max="1"
          .value=${planned > 0 ? played / planned : 0}
          aria-label=${check.label}
        ></progress>
        <p class="row">
          <span>${check.days(figure(played), figure(planned))}${left}</span>
          <button class="button" @click=${() => this.evidence?.stop()}>${check.stop}</button>
        </p>
      </div>`;
  }

  private again() {
    return html`<p class="row">
      <button class="button" @click=${() => this.evidence?.recompute()}>
        ${reportWords().check.again}
      </button>
    </p>`;
  }

  private differences(found: readonly Deviation[], report: Report, label: string) {
    const { check } = reportWords();
    const more = found.length - SHOWN;
    return html`<div class="scroll" tabindex="0" role="region" aria-label=${label}>
        <table>
          <thead>
            <tr>
              ${[check.path, check.printed, check.recomputed].map(
                (head) => html`<th scope="col">${head}</th>`,
              )}
            </tr>
          </thead>
          <tbody>
            ${found.slice(0, SHOWN).map(
              ({ path, printed, recomputed }) => html`<tr title=${path}>
                <th scope="row">${whereIn(report, path)}</th>
                <td>${printed.slice(0, 160)}</td>
                <td>${recomputed.slice(0, 160)}</td>
              </tr>`,
            )}
          </tbody>
        </table>
      </div>
      ${more > 0 ? html`<p class="label">${check.more(figure(more))}</p>` : nothing}`;
  }

  /** The same, said in other words than those printed. */
  private reworded({ words }: Held, report: Report) {
    const { check } = reportWords();
    const mine = words.filter(({ path }) => !path.startsWith(OTHER[language()]));
    if (mine.length === 0) return nothing;
    return html`<p>${check.reworded(figure(mine.length), mine.length > 1)}</p>
      <details>
        <summary>${check.seeWords}</summary>
        ${this.differences(mine, report, check.seeWords)}
      </details>`;
  }

  private done({ hash, held }: Extract<Check, { kind: 'done' }>, report: Report) {
    const { check } = reportWords();
    const { figures } = held;
    if (figures.length === 0)
      return html`<p class="verdict">${check.same}</p>
        <p>${check.sameSays}</p>
        ${this.reworded(held, report)}`;
    const n = figures.length;
    return html`<p class="verdict">${check.different(figure(n), n > 1)}</p>
      <p>${check.differentSays}</p>
      ${this.differences(figures, report, check.differentSays)}
      <p class="hash">${check.recomputedHash} ${hash}</p>`;
  }

  private told(check: Check, report: Report) {
    const words = reportWords().check;
    switch (check.kind) {
      case 'running':
        return this.running(check.run);
      case 'stopped':
        return html`<p>${words.stopped}</p>
          ${this.again()}`;
      case 'others':
        return html`<p>${words.others(report.rules, RULES_VERSION)}</p>`;
      case 'failed':
        return html`<ct-notice .problem=${check.problem}></ct-notice>
          ${this.again()}`;
      case 'done':
        return this.done(check, report);
    }
  }

  override render() {
    const { check, hash, report } = this.state ?? {};
    if (!check || !report) return nothing;
    const look =
      check.kind !== 'done' ? '' : check.held.figures.length === 0 ? 'same' : 'different';
    const { check: words } = reportWords();
    return html`<section class="check ${look}" aria-label=${words.title}>
      <div aria-live="polite" aria-atomic=${check.kind === 'done'}>${this.told(check, report)}</div>
      <p class="hash">${words.hash} ${hash}</p>
    </section>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ct-report-check': ReportCheck;
  }
}
