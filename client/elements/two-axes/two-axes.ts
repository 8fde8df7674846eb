import { css, html, LitElement, nothing, svg } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { Reply, WhatIf } from '../../../models/doors/live.ts';
import { Sized } from '../../charts/sized.ts';
import { type AxesPoint, type PlacedPoint, twoAxes } from '../../charts/two-axes.ts';
import { base } from '../../look/shared.ts';
import type { TeamWall } from '../../state/room.ts';
import { reachedOf } from '../../state/teams.ts';
import { figure, percent } from '../../text/figures.ts';
import { LanguageController } from '../../text/language.ts';
import { teamsWords } from '../../text/teams.ts';
import { whatIfWords } from '../../text/what-if.ts';
import { getWhatIf } from '../../wire/http.ts';

/**
 * All teams between the two halves of the quality of service, and where three ways to answer would
 * have been on the same callers. No ranking: there is no first on two axes.
 */
@customElement('ct-two-axes')
export class TwoAxes extends LitElement {
  private readonly language = new LanguageController(this);
  /** The room whose day is over. */
  @property() code = '';
  @property({ attribute: false }) walls: readonly TeamWall[] = [];
  @property({ attribute: false }) ask: (code: string) => Promise<Reply<WhatIf>> = getWhatIf;
  @state() private policies: readonly AxesPoint[] = [];
  @query('.host') private readonly host!: HTMLElement | null;
  private readonly sized = new Sized(this, () => this.host);
  private asked = '';

  static override styles = [
    base,
    css`
      :host {
        display: flex;
        flex-direction: column;
        min-height: 0;
      }

      figure {
        flex: 1;
        display: flex;
        flex-direction: column;
        min-height: 0;
      }

      figcaption {
        font: 400 calc(1.5 * var(--small, 1rem)) / 1.2 var(--serif);
      }

      .host {
        flex: 1;
        min-height: 16rem;
        font-size: var(--small, 1rem);
      }

      svg {
        display: block;
        width: 100%;
        height: 100%;
        overflow: visible;
      }

      line {
        stroke: var(--hairline);
      }

      text {
        fill: var(--ink-soft);
        font-size: var(--small, 1rem);
      }

      .team circle {
        fill: var(--ink);
      }

      .team text {
        fill: var(--ink);
        font-weight: 600;
      }

      .policy path {
        fill: none;
        stroke: var(--ink-soft);
        stroke-width: 2;
      }

      .policy text {
        font-family: var(--serif);
        font-style: italic;
      }

      .label {
        color: var(--ink-soft);
        font-size: max(0.75rem, calc(0.8 * var(--small, 1rem)));
      }
    `,
  ];

  protected override willUpdate(): void {
    if (this.code === '' || this.code === this.asked) return;
    this.asked = this.code;
    void this.fetch(this.code);
  }

  /** Every team met the same callers: what a policy made of them is the same for all. */
  private async fetch(code: string): Promise<void> {
    const reply = await this.ask(code);
    if (!reply.ok || code !== this.asked) return;
    const { axes } = whatIfWords();
    this.policies = reply.rows.flatMap(({ abandonRate, lived, who }): AxesPoint[] =>
      who === 'played' || abandonRate === null || lived === null
        ? []
        : [{ key: who, kind: 'policy', reached: 1 - abandonRate, lived, label: axes[who] }],
    );
  }

  private get points(): readonly AxesPoint[] {
    const { team: name } = teamsWords();
    const teams = this.walls.flatMap(({ lived, team, view }): AxesPoint[] => {
      const reached = reachedOf(view.day.totals);
      if (reached === null || lived === null) return [];
      const label = name(figure(team + 1));
      return [{ key: String(team), kind: 'team', reached, lived: lived.mean, label }];
    });
    return [...this.policies, ...teams];
  }

  private point({ anchor, kind, label, labelX, labelY, x, y }: PlacedPoint, line: number) {
    const r = line * 0.36;
    const sign =
      kind === 'team'
        ? svg`<circle cx=${x} cy=${y} r=${r} />`
        : svg`<path d=${`M${x - r},${y}L${x},${y - r}L${x + r},${y}L${x},${y + r}Z`} />`;
    return svg`<g class=${kind}>
      ${sign}
      <text x=${labelX} y=${labelY} dominant-baseline="central"
        text-anchor=${anchor}>${label}</text>
    </g>`;
  }

  private drawing(points: readonly AxesPoint[]) {
    if (!this.host || !this.sized.fits || points.length === 0) return nothing;
    const line = Number.parseFloat(getComputedStyle(this.host).fontSize) * 1.3;
    const axes = twoAxes(points, this.sized.size, line);
    const { bottom, left, right, top } = axes;
    const { lived, reached } = teamsWords();
    return svg`
      ${axes.xTicks.map(
        ({ at, value }) => svg`<line x1=${at} x2=${at} y1=${top} y2=${bottom} />
          <text x=${at} y=${bottom + line} text-anchor="middle">${percent(value)}</text>`,
      )}
      ${axes.yTicks.map(
        ({ at, value }) => svg`<line x1=${left} x2=${right} y1=${at} y2=${at} />
          <text x=${left - line * 0.4} y=${at} dominant-baseline="central"
            text-anchor="end">${figure(value)}</text>`,
      )}
      <text x=${right} y=${bottom + 2 * line} text-anchor="end">${reached} →</text>
      <text x=${left} y=${top - line * 0.5}>↑ ${lived}</text>
      ${axes.points.map((one) => this.point(one, line))}`;
  }

  override render() {
    // Asked for so that it is drawn anew in another language.
    void this.language.words;
    const words = teamsWords();
    const points = this.points;
    return html`<figure>
      <figcaption>${words.axes.title}</figcaption>
      <div class="host"><svg aria-hidden="true">${this.drawing(points)}</svg></div>
      <p class="label">${words.axes.says}</p>
      <table class="sr-only">
        <caption>
          ${words.axes.title}
        </caption>
        <thead>
          <tr>
            <th scope="col">${words.axes.who}</th>
            <th scope="col">${words.reached}</th>
            <th scope="col">${words.lived}</th>
          </tr>
        </thead>
        <tbody>
          ${points.map(
            ({ label, lived, reached }) => html`<tr>
              <th scope="row">${label}</th>
              <td>${percent(reached)}</td>
              <td>${figure(Math.round(lived))}</td>
            </tr>`,
          )}
        </tbody>
      </table>
    </figure>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ct-two-axes': TwoAxes;
  }
}
