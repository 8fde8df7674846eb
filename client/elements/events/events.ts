import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { DayView } from '../../../models/doors/live.ts';
import type { PublicView } from '../../../models/doors/scenario.ts';
import { base } from '../../look/shared.ts';
import { clockTime } from '../../text/figures.ts';
import { LanguageController, say } from '../../text/language.ts';

/**
 * What has happened to everybody, with its hour, as long as it goes on: a train is cancelled. Its
 * sign is the bracket that stands over its time in the score.
 */
@customElement('ct-events')
export class Events extends LitElement {
  /** Redraws on a change of language: names are in both. */
  readonly language = new LanguageController(this);
  @property({ attribute: false }) day: DayView | null = null;
  @property({ attribute: false }) publicView: PublicView | null = null;
  /** Changes whenever the day does: it is folded in place. */
  @property({ attribute: false }) version: unknown = 0;
  /** What is over is shown too. */
  @property({ type: Boolean }) all = false;
  /** The page says it aloud itself. */
  @property({ type: Boolean }) quiet = false;

  static override styles = [
    base,
    css`
      :host {
        display: block;
      }

      div {
        display: flex;
        flex-wrap: wrap;
        gap: var(--s-1) var(--s-6);
        margin-block: var(--events-margin, 0);
      }

      p {
        min-width: 0;
        padding: 0.15em 0 0 0.5em;
        border: solid var(--ink);
        border-width: 2px 0 0 2px;
        font-family: var(--serif);
        line-height: var(--snug);
        color: var(--ink);
        overflow-wrap: anywhere;
      }

      .hour {
        margin-right: 0.15em;
        color: var(--ink-soft);
      }
    `,
  ];

  private get shown() {
    const { all, day } = this;
    if (!day) return [];
    return all ? day.events : day.events.filter(({ easedAt }) => easedAt < 0);
  }

  override render() {
    const { publicView, quiet, shown } = this;
    if (!publicView) return nothing;
    const one = shown.map(
      ({ at, name }) => html`<p>
        <span class="hour">${clockTime(publicView.opensAtMs + at)}</span> ${say(name)}
      </p>`,
    );
    if (quiet) return one.length > 0 ? html`<div>${one}</div>` : nothing;
    return html`<div role="status">${one}</div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ct-events': Events;
  }
}
