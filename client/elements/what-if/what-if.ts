import { html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Reply, WhatIf, WhatIfRow } from '../../../models/doors/live.ts';
import type { Problem } from '../../../models/doors/scenario.ts';
import { chapter } from '../../look/chapter.ts';
import { base } from '../../look/shared.ts';
import { duration, figure } from '../../text/figures.ts';
import { LanguageController, say } from '../../text/language.ts';
import { whatIfWords } from '../../text/what-if.ts';
import { getWhatIf } from '../../wire/http.ts';
import { compactStyles } from './compact.styles.ts';
import { cheapest, costShown, listed, paceShown } from './rows.ts';
import { whatIfStyles } from './what-if.styles.ts';

type Row = WhatIfRow;

const TRIES = 4;

/**
 * What a day that is over would have been otherwise: the same callers met by the whole team in a
 * few other ways. Asks for it once; says in one sentence why there is nothing to show.
 */
@customElement('ct-what-if')
export class WhatIfElement extends LitElement {
  protected readonly language = new LanguageController(this);
  /** The room whose day it was. */
  @property() code = '';
  /** On the wall: what each way cost, large, and no more. */
  @property({ type: Boolean, reflect: true }) compact = false;
  @property({ attribute: false }) ask: (code: string) => Promise<Reply<WhatIf>> = getWhatIf;
  @state() private rows: readonly Row[] | null = null;
  @state() private problem: Problem | null = null;
  /** How long after a server is found busy, or away, it is asked again. */
  @property({ attribute: false }) againMs = 8_000;
  private asked = '';
  private again: ReturnType<typeof setTimeout> | undefined;

  static override styles = [base, chapter, whatIfStyles, compactStyles];

  protected override willUpdate(): void {
    if (this.code === '' || this.code === this.asked) return;
    this.asked = this.code;
    this.rows = this.problem = null;
    void this.fetch(this.code);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.again);
  }

  /** Every desk of a room asks at the same instant: who finds the server busy comes back. */
  private async fetch(code: string, tries = TRIES): Promise<void> {
    clearTimeout(this.again);
    const reply = await this.ask(code);
    if (code !== this.asked) return;
    this.problem = reply.ok ? null : reply.problem;
    if (reply.ok) this.rows = reply.rows;
    else if (reply.problem.code === 'E_BUSY' && tries > 1 && this.isConnected)
      this.again = setTimeout(() => this.fetch(code, tries - 1), this.againMs);
  }

  /** Which of them cost the least, in words: nothing that the figures do not say. */
  private headline(best: readonly Row[]) {
    const words = whatIfWords();
    if (best.length === 0) return nothing;
    const ways = best.map(({ who }) => words.within[who]);
    const says = best.length === 1 ? words.best : words.tied;
    return html`<p class="headline">${says(listed(ways, words.and))}</p>`;
  }

  private head() {
    const { columns, hypothesis } = whatIfWords();
    const grade = html` <small class="grade">${hypothesis}</small>`;
    return html`<thead role="rowgroup">
      <tr role="row">
        <th role="columnheader" scope="col"><span class="sr-only">${columns.way}</span></th>
        <th role="columnheader" scope="col">
          ${columns.cost} <small>${columns.costIn}</small>${grade}
        </th>
        <th role="columnheader" scope="col">${columns.wait}</th>
        <th role="columnheader" scope="col">${columns.attempts}</th>
        <th role="columnheader" scope="col">
          ${columns.lived} <small>${columns.livedOf}</small>${grade}
        </th>
      </tr>
    </thead>`;
  }

  private cell(n: number | null, shown: (n: number) => string, best = false) {
    const { none, noneLong } = whatIfWords();
    const dash = html`<span aria-hidden="true">${none}</span
      ><span class="sr-only">${noneLong}</span>`;
    const text = n === null ? dash : shown(n);
    return html`<td role="cell">${best ? html`<strong>${text}</strong>` : text}</td>`;
  }

  /** Its cost as a length, beside the dearest of them. */
  private bar({ costPerCustomer }: Row, dearest: number) {
    const long = dearest > 0 ? (100 * (costPerCustomer ?? 0)) / dearest : 0;
    return html`<svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
      <path d="M0,5H${long.toFixed(2)}" />
    </svg>`;
  }

  private name({ paceMin, who }: Row): string {
    const { paced, rows } = whatIfWords();
    return paceMin === null ? rows[who] : paced(rows[who], paceShown(paceMin));
  }

  private row(row: Row, best: readonly Row[], dearest: number) {
    return html`<tr role="row" class=${row.who}>
      <th role="rowheader" scope="row">
        ${this.name(row)}
        ${row.costPerCustomer === null ? nothing : this.bar(row, dearest)}
      </th>
      ${this.cell(row.costPerCustomer, costShown, best.includes(row))}
      ${this.cell(row.meanWaitS, (s) => duration(1_000 * s))}
      ${this.cell(row.attemptsPerCustomer, (n) => figure(n, 2))}
      ${this.cell(row.lived, (n) => figure(n))}
    </tr>`;
  }

  private band(rows: readonly Row[], best: readonly Row[]) {
    const { columns, hypothesis, none, title } = whatIfWords();
    const cost = ({ costPerCustomer }: Row) =>
      costPerCustomer === null ? none : costShown(costPerCustomer);
    return html`<section aria-label=${title}>
      <h2>${title}</h2>
      ${this.headline(best)}
      <p class="unit">${columns.cost}, ${columns.costIn} <em>${hypothesis}</em></p>
      <dl>
        ${rows.map(
          (row) => html`<div class=${`${row.who} ${best.includes(row) ? 'best' : ''}`}>
            <dt>${this.name(row)}</dt>
            <dd>${cost(row)}</dd>
          </div>`,
        )}
      </dl>
    </section>`;
  }

  override render() {
    const { problem, rows } = this;
    const words = whatIfWords();
    if (this.code === '' || rows?.length === 0) return nothing;
    if (rows === null)
      return html`<p class="label asking" role="status">
        ${problem ? say(problem.says) : words.asking}
      </p>`;
    const best = cheapest(rows);
    if (this.compact) return this.band(rows, best);
    const dearest = Math.max(...rows.map(({ costPerCustomer }) => costPerCustomer ?? 0));
    return html`<section aria-label=${words.title}>
      <h2>${words.title}</h2>
      ${this.headline(best)}
      <table role="table">
        <caption class="sr-only">${words.caption}</caption>
        ${this.head()}
        <tbody role="rowgroup">
          ${rows.map((row) => this.row(row, best, dearest))}
        </tbody>
      </table>
      <p class="label">${words.unit}</p>
      <p class="label">${words.oneDay}</p>
    </section>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ct-what-if': WhatIfElement;
  }
}
