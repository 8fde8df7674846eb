import { correction, generate } from 'lean-qr';
import { css, html, LitElement, svg } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { base } from '../../look/shared.ts';

/** An address as a QR code: dark on white in both schemes, as cameras want it. */
@customElement('ct-qr')
export class Qr extends LitElement {
  @property() text = '';
  @property() label = '';

  static override styles = [
    base,
    css`
      svg {
        display: block;
        width: 100%;
        height: auto;
        background: #fff;
        forced-color-adjust: none;
      }
    `,
  ];

  override render() {
    if (!this.text) return null;
    const code = generate(this.text, { minCorrectionLevel: correction.M });
    const quiet = 3;
    const side = code.size + 2 * quiet;
    let path = '';
    for (let y = 0; y < code.size; y++)
      for (let x = 0; x < code.size; x++)
        if (code.get(x, y)) path += `M${x + quiet},${y + quiet}h1v1h-1z`;
    return html`<svg
      viewBox="0 0 ${side} ${side}"
      role="img"
      aria-label=${this.label}
      shape-rendering="crispEdges"
    >
      ${svg`<path d=${path} fill="#000" />`}
    </svg>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ct-qr': Qr;
  }
}
