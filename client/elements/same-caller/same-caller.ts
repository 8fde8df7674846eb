import { css, html, LitElement, nothing, svg } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { type CallerView, isSettled, LEFT, waitedMs } from '../../../models/doors/play.ts';
import type { PublicView } from '../../../models/doors/scenario.ts';
import { laneMarks, laneScale } from '../../charts/lane.ts';
import { Sized } from '../../charts/sized.ts';
import { base } from '../../look/shared.ts';
import type { WholeTeam } from '../../state/whole-day.ts';
import { clockTime, duration, figure } from '../../text/figures.ts';
import { LanguageController, say } from '../../text/language.ts';
import { teamsWords } from '../../text/teams.ts';

const HEIGHT = 56;

/** How long somebody was talked to in all, ms. */
const talkedMsOf = ({ contacts }: CallerView): number =>
  contacts.reduce((sum, { answeredAt, endedAt }) => {
    return answeredAt < 0 || endedAt < answeredAt ? sum : sum + endedAt - answeredAt;
  }, 0);

/** One caller, from team to team: the same person, at the same instant, and what became of them. */
@customElement('ct-same-caller')
export class SameCaller extends LitElement {
  private readonly language = new LanguageController(this);
  @property({ attribute: false }) teams: readonly WholeTeam[] = [];
  @property({ attribute: false }) publicView: PublicView | null = null;
  /** Who it is, by number: the same in every team. */
  @property({ type: Number }) caller = -1;
  @query('.lane') private readonly lane!: HTMLElement | null;
  private readonly sized = new Sized(this, () => this.lane);

  static override styles = [
    base,
    css`
      :host {
        display: flex;
        flex-direction: column;
        gap: 1.2vh;
        min-height: 0;
      }

      h2 {
        font: 400 calc(1.5 * var(--small, 1rem)) / 1.2 var(--serif);
      }

      ol {
        flex: 1;
        display: grid;
        align-content: start;
        list-style: none;
      }

      li {
        display: grid;
        grid-template-columns: minmax(6rem, 9vw) minmax(0, 1fr) minmax(15rem, 26vw);
        gap: 0 clamp(1rem, 2.4vw, 3.5rem);
        align-items: center;
        padding: 1vh 0;
        border-top: var(--line) solid var(--hairline);
      }

      h3 {
        font: 400 calc(1.2 * var(--small, 1rem)) / 1.15 var(--serif);
      }

      .lane {
        min-width: 0;
      }

      svg {
        display: block;
        width: 100%;
        height: ${HEIGHT}px;
        overflow: visible;
      }

      .wait {
        fill: var(--ink-soft);
      }

      .talk,
      .slur {
        fill: var(--ink);
      }

      .gaveUp {
        fill: none;
        stroke: var(--ink);
        stroke-width: 2.4;
        stroke-linecap: round;
      }

      .fate {
        font-size: var(--small, 1rem);
        line-height: 1.25;
      }

      .fate strong {
        display: block;
        font-weight: 600;
      }

      .fate span {
        color: var(--ink-soft);
      }

      @media screen and (max-width: 700px) {
        li {
          grid-template-columns: minmax(0, 1fr);
          gap: var(--s-1);
        }
      }
    `,
  ];

  /** What became of them, in words. */
  private fate(one: CallerView): string {
    const { fates } = teamsWords();
    if (isSettled(one)) return fates.settled;
    if (one.left === LEFT.lost) return fates.lost;
    if (one.left === LEFT.tomorrow) return fates.tomorrow;
    const last = one.contacts.at(-1);
    if (last?.how === 'gaveUp') return fates.gaveUp;
    if (last?.how === 'blocked') return fates.blocked;
    return last?.solved === 0 ? fates.unsettled : fates.served;
  }

  private row({ team }: WholeTeam, one: CallerView, all: readonly CallerView[]) {
    const words = teamsWords();
    const { width } = this.sized.size;
    const scale = laneScale(all, Math.max(120, width));
    const marks = laneMarks(one, scale, HEIGHT * 0.68);
    const calls = one.contacts.length;
    return html`<li>
      <h3>${words.team(figure(team + 1))}</h3>
      <div class="lane">
        <svg aria-hidden="true">
          ${marks.map(({ d, kind }) => svg`<path class=${kind} d=${d}></path>`)}
        </svg>
      </div>
      <p class="fate">
        <strong>${this.fate(one)}</strong>
        <span
          >${words.calls(calls, figure(calls))}, ${words.waited(duration(waitedMs(one)))},
          ${words.talked(duration(talkedMsOf(one)))}</span
        >
      </p>
    </li>`;
  }

  override render() {
    const { caller, publicView } = this;
    // Asked for so that it is drawn anew in another language.
    void this.language.words;
    const met = this.teams.flatMap((whole) => {
      const one = whole.callers.byCaller.get(caller);
      return one ? [{ whole, one }] : [];
    });
    const first = met[0]?.one;
    if (!publicView || !first) return nothing;
    const type = publicView.types[first.type];
    const at = clockTime(publicView.opensAtMs + (first.contacts[0]?.arrivedAt ?? 0));
    const all = met.map(({ one }) => one);
    return html`<h2>${teamsWords().sameCaller(at, type ? say(type.name) : '')}</h2>
      <ol>
        ${met.map(({ one, whole }) => this.row(whole, one, all))}
      </ol>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ct-same-caller': SameCaller;
  }
}
