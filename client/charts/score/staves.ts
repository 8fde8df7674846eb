import type { Selection } from 'd3';
import type { AgentNow } from '../../../models/doors/live.ts';
import type { ScorePage } from '../score.ts';
import type { Frame, GroupBox } from './frame.ts';
import { f } from './slur.ts';

type Group = Selection<SVGGElement, unknown, null, undefined>;

/** An orchestral bracket: a thick bar whose ends curl outwards. */
function bracket(x: number, top: number, bottom: number): string {
  const curl = (y: number, out: number) =>
    `M${f(x)},${f(y)}V${f(y + 3 * out)}H${f(x + 4)}Q${f(x + 6)},${f(y + 7.5 * out)} ${f(x + 13)},${f(y + 8.5 * out)}` +
    `Q${f(x + 7)},${f(y + 4.5 * out)} ${f(x + 4)},${f(y)}Z`;
  const [y1, y2] = [top + 2, bottom - 2];
  return `M${f(x)},${f(y1)}h4V${f(y2)}h-4Z${curl(y1, -1)}${curl(y2, 1)}`;
}

const diamond = (x: number, y: number, r: number) =>
  `M${f(x - r)},${f(y)}L${f(x)},${f(y - r)}L${f(x + r)},${f(y)}L${f(x)},${f(y + r)}Z`;

/** What does not move: a line for each agent, brackets and names of groups, the floor. */
export function drawStaves(root: Group, frame: Frame, page: ScorePage): void {
  drawLines(root, frame, page.team);
  root
    .selectAll('line.floor')
    .data(frame.rise > 0 ? [Math.round(frame.floor) + 0.5] : [])
    .join('line')
    .attr('class', 'floor')
    .attr('x1', f(frame.left))
    .attr('x2', f(frame.right))
    .attr('y1', (y) => y)
    .attr('y2', (y) => y);
  root
    .selectAll<SVGPathElement, GroupBox>('path.bracket')
    .data(frame.groups)
    .join('path')
    .attr('class', 'bracket')
    .attr('d', (box) => bracket(frame.left - 10, box.top, box.bottom));
  drawNames(root, frame, page);
  drawNumbers(root, frame, page);
}

function drawLines(root: Group, frame: Frame, team: readonly AgentNow[]): void {
  const rows = Object.entries(frame.rows).map(([agent, y]) => ({
    agent: Number(agent),
    y: Math.round(y) + 0.5,
  }));
  root
    .selectAll<SVGLineElement, (typeof rows)[number]>('line.staff')
    .data(frame.pitch >= 5 ? rows : [], (row) => row.agent)
    .join('line')
    .attr('class', (row) => `staff is-${team[row.agent]?.state ?? 'out'}`)
    .attr('x1', f(frame.left))
    .attr('x2', f(frame.right))
    .attr('y1', (row) => row.y)
    .attr('y2', (row) => row.y);
  root
    .selectAll<SVGPathElement, (typeof rows)[number]>('path.person')
    .data(frame.rise > 0 ? rows.filter((row) => team[row.agent]?.person) : [], (row) => row.agent)
    .join('path')
    .attr('class', 'person')
    .attr('d', (row) =>
      diamond(frame.right + 7, row.y, Math.max(2.5, Math.min(5, frame.pitch * 0.2))),
    );
}

/** Every line by the number of its desk, as the desk itself says it, where there is room. */
function drawNumbers(root: Group, frame: Frame, page: ScorePage): void {
  const { desk } = page.words;
  const rows = desk && frame.pitch >= 10 ? Object.entries(frame.rows) : [];
  root
    .selectAll<SVGTextElement, [string, number]>('text.desk')
    .data(rows, ([agent]) => agent)
    .join('text')
    .attr('class', 'desk')
    .attr('dominant-baseline', 'central')
    .attr('font-size', f(Math.min(14, frame.pitch * 0.8)))
    .attr('x', f(frame.right + 15))
    .attr('y', ([, y]) => f(y))
    .text(([agent]) => desk?.(Number(agent)) ?? '');
}

/** Least size of a name, px; mean width of a letter of the serif, as a share of its size. */
const LEAST = 11;
const LETTER = 0.53;

/** The name, cut if need be, and its size, so that it stays on the page. */
function fitted(text: string, room: number, size: number): { text: string; size: number } {
  const fits = room / (LETTER * text.length);
  if (fits >= size) return { text, size };
  if (fits >= LEAST) return { text, size: Math.floor(fits * 10) / 10 };
  const letters = Math.floor(room / (LETTER * LEAST)) - 1;
  return { text: `${text.slice(0, letters).trimEnd()}…`, size: LEAST };
}

/** Names of groups, left of their bracket; a name that would touch the one before is left out. */
function drawNames(root: Group, frame: Frame, page: ScorePage): void {
  const wide = frame.left > 60;
  const names = wide
    ? frame.groups.map((box) => ({
        y: (box.top + box.bottom) / 2,
        text: page.words.group(box.group),
      }))
    : [];
  if (wide && frame.rise > 0)
    names.unshift({ y: frame.floor - Math.min(24, frame.rise / 2), text: page.words.line });
  let last = -Infinity;
  const size = Math.round(Math.max(13, Math.min(20, frame.left / 7)));
  const shown = names
    .filter((name) => name.y - last > 18 && (last = name.y) === name.y)
    .map(({ text, y }) => ({ y, ...fitted(text, frame.left - 22, size) }));
  root
    .selectAll<SVGTextElement, (typeof shown)[number]>('text.name')
    .data(shown)
    .join('text')
    .attr('class', 'name')
    .attr('text-anchor', 'end')
    .attr('dominant-baseline', 'central')
    .attr('font-size', (name) => name.size)
    .attr('x', f(frame.left - 22))
    .attr('y', (name) => f(name.y))
    .text((name) => name.text);
}
