import type { CsvForm } from '../../models/doors/report.ts';

/** Files that a page makes and gives away: nothing of them passes by a server. */

const SECOND = 1_000;

/** Gives a file to whoever reads the page. */
export function download(name: string, content: string | Blob, type = 'text/plain'): void {
  const blob =
    content instanceof Blob ? content : new Blob([content], { type: `${type};charset=utf-8` });
  const address = URL.createObjectURL(blob);
  const link = Object.assign(document.createElement('a'), { href: address, download: name });
  link.click();
  // Whoever saves it has begun by then.
  setTimeout(() => URL.revokeObjectURL(address), 60 * SECOND);
}

/** CSV as the spreadsheets of a language read it. */
export const spreadsheetForm = (language: 'fr' | 'en'): CsvForm =>
  language === 'fr' ? { separator: ';', decimal: ',' } : { separator: ',', decimal: '.' };

/** What a drawing takes from the page, which a file does not have. */
const KEPT = [
  ...['fill', 'stroke', 'stroke-width', 'stroke-dasharray', 'opacity', 'fill-opacity'],
  ...['stroke-opacity', 'font-family', 'font-size', 'font-weight', 'text-anchor', 'display'],
] as const;

/** A drawing of the page as a file of its own, its colours and letters written into it. */
export function svgText(svg: SVGSVGElement): string {
  const copy = svg.cloneNode(true) as SVGSVGElement;
  const [from, to] = [svg, copy].map((root) => [root, ...root.querySelectorAll('*')]);
  from?.forEach((element, i) => {
    const look = getComputedStyle(element);
    const mine = to?.[i] as SVGElement | undefined;
    for (const name of KEPT) mine?.style.setProperty(name, look.getPropertyValue(name));
  });
  for (const style of copy.querySelectorAll('style')) style.remove();
  const { height, width } = svg.getBoundingClientRect();
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  copy.setAttribute('width', String(width));
  copy.setAttribute('height', String(height));
  copy.style.background = getComputedStyle(document.body).backgroundColor;
  return new XMLSerializer().serializeToString(copy);
}

/** A drawing as an image, twice as fine as it is shown. */
export async function pngOf(svg: string, width: number, height: number): Promise<Blob> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = Object.assign(document.createElement('canvas'), {
    width: 2 * width,
    height: 2 * height,
  });
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((settle, fail) =>
    canvas.toBlob((blob) => (blob ? settle(blob) : fail(new Error('no image'))), 'image/png'),
  );
}
