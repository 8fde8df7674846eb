import { barsLook } from '../../client/charts/bars-look.ts';
import { priceLook } from '../../client/charts/price-look.ts';
import { scoreLook } from '../../client/charts/score/look.ts';
import { shareLook } from '../../client/charts/share-look.ts';
import type { exhibit } from './exhibit.ts';

/** Puts an element on the page at a fixed size and waits until it has drawn. */
export async function hang(
  element: ReturnType<typeof exhibit>,
  width: number,
  height: number,
): Promise<SVGSVGElement> {
  element.style.width = `${width}px`;
  element.style.height = `${height}px`;
  element.style.position = 'absolute';
  document.body.append(element);
  const drawn = () => element.shadowRoot?.querySelector<SVGSVGElement>('svg[viewBox]');
  for (let i = 0; i < 200 && !drawn()?.querySelector('path, line, rect'); i++)
    await new Promise((next) => requestAnimationFrame(next));
  const svg = drawn();
  if (!svg) throw new Error('nothing was drawn');
  return svg;
}

const LOOKS = { score: scoreLook, chart: barsLook, price: priceLook, share: shareLook };
type Figure = keyof typeof LOOKS;

/** The colours of paper or of stage, as the device asks: the client's own tokens. */
const TOKENS = '<?xml-stylesheet href="../../../client/look/tokens.css"?>';

/** A picture that a browser opens by itself. */
export function still(svg: SVGSVGElement, figure: Figure, name: string): string {
  const copy = svg.cloneNode(true) as SVGSVGElement;
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  const figures = figure === 'score' ? 'score' : 'chart';
  const dense = svg.closest('.score')?.classList.contains('dense');
  const classes = dense ? `${figures} dense` : figures;
  const inside = copy.innerHTML
    .replaceAll('><', '>\n<')
    .replaceAll(/<svg [^>]*>/g, (open) => `${open}\n<title>${name}</title>`)
    // Comments of the template engine carry a number that changes at each run.
    .replaceAll(/<!--.*?-->\n?/g, '');
  const look = `svg { background: var(--paper); }${LOOKS[figure].cssText}`;
  const tag = (copy.cloneNode(false) as SVGSVGElement).outerHTML.replace('</svg>', '');
  return [
    TOKENS,
    tag,
    `<title>${name}</title>`,
    `<style>${look}</style>`,
    `<g class="${classes}">`,
    inside,
    '</g>',
    '</svg>',
    '',
  ].join('\n');
}
