import { html } from 'lit';
import type { Rows } from '../../../models/doors/study.ts';

/** A figure and its sign stay on one line, and so does a margin of error. */
const whole = (text: string): string =>
  text.replace(/(\d) (?=%)/g, '$1\u00a0').replace(/± (?=\d)/g, '±\u00a0');

const shown = (
  { below, columns, rows, title }: Rows,
  set: (text: string) => string,
) => html`<div class="told">
  <p class="title" aria-hidden="true">${set(title)}</p>
  <div class="scroll" tabindex="0" role="region" aria-label=${title}>
    <table>
      <caption class="sr-only">
        ${set(title)}
      </caption>
      <thead>
        <tr>
          <td></td>
          ${columns.map(({ head }) => html`<th scope="col">${head}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          ([name, ...cells]) => html`<tr>
            <th scope="row">${whole(name)}</th>
            ${cells.map((cell) => html`<td>${whole(cell)}</td>`)}
          </tr>`,
        )}
      </tbody>
    </table>
  </div>
  ${below.map((one) => html`<p class="label">${set(one)}</p>`)}
</div>`;

/**
 * A table of a report, as the command line prints it, in a page. What it is called stands above
 * what scrolls: it is read without moving the table aside. Long ones are folded away.
 * @param set typesets a sentence of the language
 */
export function rowsTable(table: Rows, set: (text: string) => string) {
  const { folded } = table;
  if (folded === undefined) return shown(table, set);
  return html`<details>
    <summary>${set(folded)}</summary>
    ${shown(table, set)}
  </details>`;
}
