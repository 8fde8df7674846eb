import { css, html, LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import '../policies/hypotheses.ts';
import type { PublicView } from '../../../models/doors/scenario.ts';
import { base, buttons } from '../../look/shared.ts';
import { pathTo } from '../../route.ts';
import { figure } from '../../text/figures.ts';
import { LanguageController, say } from '../../text/language.ts';
import { policyWithin } from '../../text/policies.ts';

type Group = PublicView['groups'][number];

/** The desks of the room, the free ones to be taken. Tells `ct-take` with the agent. */
@customElement('ct-seats')
export class Seats extends LitElement {
  private readonly language = new LanguageController(this);
  @property() code = '';
  @property({ attribute: false }) publicView: PublicView | null = null;
  @property({ attribute: false }) taken: ReadonlySet<number> = new Set();
  @property({ type: Boolean }) pending = false;

  static override styles = [
    base,
    buttons,
    css`
      h1 {
        font: 400 clamp(2rem, 5vw, var(--t-48)) / var(--tight) var(--serif);
        margin-bottom: var(--s-3);
      }

      section {
        display: grid;
        grid-template-columns: minmax(0, 20rem) minmax(0, 1fr);
        gap: var(--s-3) var(--s-8);
        padding: var(--s-6) 0;
        border-top: var(--line) solid var(--hairline);
      }

      section:first-of-type {
        margin-top: var(--s-8);
      }

      h2 {
        font: 500 var(--t-22) / 1.2 var(--serif);
        margin-bottom: var(--s-1);
      }

      ul {
        display: flex;
        flex-wrap: wrap;
        gap: var(--s-2);
      }

      .button {
        min-width: 52px;
        min-height: 52px;
        padding: var(--s-1) var(--s-2);
        font-size: var(--t-18);
      }

      .button[aria-disabled='true'] {
        text-decoration: line-through;
      }

      a.button.wall {
        margin-top: var(--s-4);
      }

      .label + .label {
        margin-top: var(--s-1);
      }

      ct-hypotheses {
        padding-top: var(--s-5);
        border-top: var(--line) solid var(--hairline);
      }

      @media (max-width: 760px) {
        section {
          grid-template-columns: minmax(0, 1fr);
          padding: var(--s-5) 0;
        }

        section:first-of-type {
          margin-top: var(--s-6);
        }
      }
    `,
  ];

  private take(agent: number): void {
    if (this.pending || this.taken.has(agent)) return;
    this.dispatchEvent(
      new CustomEvent('ct-take', { detail: agent, bubbles: true, composed: true }),
    );
  }

  private desk(agent: number) {
    const { seats } = this.language.words;
    const taken = this.taken.has(agent);
    const name = `${seats.seat(figure(agent + 1))}, ${taken ? seats.taken : seats.free}`;
    return html`<li>
      <button
        class="button"
        aria-label=${name}
        title=${name}
        aria-disabled=${taken || this.pending}
        @click=${() => this.take(agent)}
      >
        ${figure(agent + 1)}
      </button>
    </li>`;
  }

  private group(publicView: PublicView, group: Group) {
    const { seats } = this.language.words;
    const types = group.types
      .map((place) => publicView.types[place])
      .map((type) => (type ? say(type.name) : ''))
      .filter(Boolean);
    const desks = Array.from({ length: group.desks }, (_, i) => group.first + i);
    return html`<section>
      <div>
        <h2>${say(group.name)}</h2>
        <p class="label">${seats.takes} ${types.join(' · ')}</p>
        ${group.policy ? html`<p class="label">${policyWithin(group.policy)}</p>` : null}
      </div>
      <ul>
        ${desks.map((agent) => this.desk(agent))}
      </ul>
    </section>`;
  }

  /** Whoever finds no desk is not left at a closed door. */
  private lead(none: boolean) {
    const { seats } = this.language.words;
    if (!none) return html`<p class="quiet">${seats.lead}</p>`;
    return html`<p class="quiet">${seats.none}</p>
      <p><a class="button main wall" href=${pathTo('wall', this.code)}>${seats.watch}</a></p>`;
  }

  override render() {
    const { publicView } = this;
    if (!publicView) return null;
    const { seats } = this.language.words;
    const all = publicView.groups.reduce((sum, group) => sum + group.desks, 0);
    return html`<h1>${seats.title}</h1>
      ${this.lead(this.taken.size >= all)}
      ${publicView.groups.filter((one) => one.desks > 0).map((one) => this.group(publicView, one))}
      <ct-hypotheses .publicView=${publicView}></ct-hypotheses>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ct-seats': Seats;
  }
}
