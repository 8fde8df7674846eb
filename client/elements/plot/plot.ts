import type { PlotOptions } from '@observablehq/plot';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { BOM, csvText } from '../../../models/doors/report.ts';
import { Sized } from '../../charts/sized.ts';
import { base, buttons } from '../../look/shared.ts';
import { download, pngOf, spreadsheetForm, svgText } from '../../state/download.ts';
import { amount } from '../../text/figures.ts';
import { labWords } from '../../text/lab.ts';
import { LanguageController, language } from '../../text/language.ts';

/** What is drawn, for a width in pixels. */
export type Draw = (Plot: typeof import('@observablehq/plot'), width: number) => PlotOptions;

/** The figures of a chart: a head, then rows. */
export type Table = readonly (readonly (string | number)[])[];

/** A tick as the reader's language writes numbers; Plot writes them all as English does. */
const tick = (value: unknown): string =>
  typeof value === 'number' ? amount(value) : String(value);

/**
 * A chart of the lab, drawn by Observable Plot in the house's look; saved as SVG or PNG, and its
 * figures as CSV.
 */
@customElement('ct-plot')
export class PlotFigure extends LitElement {
  protected readonly language = new LanguageController(this);
  @property({ attribute: false }) draw: Draw | null = null;
  /** What the chart says, for whoever cannot see it. */
  @property() label = '';
  /** What a saved file is called, without its ending. */
  @property() name = 'figure';
  /** What is drawn, to be saved as well; null: nothing. */
  @property({ attribute: false }) data: Table | null = null;
  @state() private plot: typeof import('@observablehq/plot') | null = null;
  @query('.room') private readonly room!: HTMLElement;
  private readonly sized = new Sized(this, () => this.room);

  static override styles = [
    base,
    buttons,
    css`
      .room {
        min-height: 24px;
        overflow: hidden;
      }

      .room svg {
        display: block;
        max-width: 100%;
        height: auto;
        font: 400 12px var(--sans);
        font-feature-settings: var(--figures);
        color: var(--ink-soft);
        background: none;
      }

      .saves {
        display: flex;
        gap: var(--s-2);
      }

      .saves .button {
        min-height: 32px;
        padding: 0 var(--s-2);
        font-size: var(--t-14);
        color: var(--ink-faint);
      }

      @media (pointer: coarse) {
        .saves .button {
          min-height: var(--touch);
        }
      }

      @media print {
        .saves {
          display: none;
        }

        .room,
        .room svg {
          overflow: visible;
        }
      }
    `,
  ];

  override connectedCallback(): void {
    super.connectedCallback();
    void import('@observablehq/plot').then((plot) => {
      this.plot = plot;
    });
  }

  protected override updated(): void {
    const { width } = this.sized.size;
    if (this.plot === null || this.draw === null || width < 40) return;
    const { x, y, ...drawn } = this.draw(this.plot, width);
    const axes = { x: { tickFormat: tick, ...x }, y: { tickFormat: tick, ...y } };
    const svg = this.plot.plot({ ...drawn, ...axes, width });
    // Marks are named one by one, which says nothing inside an image that has a name.
    for (const mark of svg.querySelectorAll('[aria-label]')) mark.removeAttribute('aria-label');
    svg.setAttribute('role', 'img');
    svg.setAttribute('aria-label', this.label);
    // The drawing is one image with one name: its parts have none of their own.
    for (const part of svg.querySelectorAll('g[aria-label]')) part.removeAttribute('aria-label');
    this.room.replaceChildren(svg);
  }

  private async save(kind: 'svg' | 'png'): Promise<void> {
    const svg = this.room.querySelector('svg');
    if (svg === null) return;
    const text = svgText(svg);
    if (kind === 'svg') download(`${this.name}.svg`, text, 'image/svg+xml');
    else download(`${this.name}.png`, await pngOf(text, svg.clientWidth, svg.clientHeight));
  }

  private saveData(data: Table): void {
    const form = spreadsheetForm(language());
    download(`${this.name}.csv`, BOM + csvText(data, form), 'text/csv');
  }

  override render() {
    const { save } = labWords();
    return html`<div class="room"></div>
      ${
        this.plot === null
          ? nothing
          : html`<div class="saves">
              <button class="button bare" @click=${() => this.save('svg')}>${save.svg}</button>
              <button class="button bare" @click=${() => this.save('png')}>${save.png}</button>
              ${
                this.data === null
                  ? nothing
                  : html`<button
                      class="button bare"
                      @click=${() => this.data && this.saveData(this.data)}
                    >
                      ${save.csv}
                    </button>`
              }
            </div>`
      }`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ct-plot': PlotFigure;
  }
}
