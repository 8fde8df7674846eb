import { html, nothing, type TemplateResult } from 'lit';
import type { FilePath } from '../../../models/doors/editing.ts';
import { labEditWords } from '../../text/lab-edit.ts';
import { cell } from './controls.ts';
import { block, type Form, over, titleSaid, unitOf } from './form.ts';
import { cellsPasted, numberTyped, spreadOver } from './numbers.ts';
import type { FormShape } from './shapes.ts';

/** Beyond this one number a line is typed in one place: so many cells would be slow to draw. */
const CELLS = 200;

/** What is pasted from a spreadsheet goes into this cell and the next ones, at most `most`. */
const pasted =
  (form: Form, path: FilePath, values: readonly unknown[], from: number, most: number) =>
  (event: ClipboardEvent): void => {
    const cells = cellsPasted(event.clipboardData?.getData('text') ?? '').map(numberTyped);
    if (cells.length < 2) return;
    event.preventDefault();
    form.settle();
    const next = [...values];
    for (const [i, value] of cells.entries()) if (from + i < most) next[from + i] = value;
    form.set(path, next);
  };

/** Fields that have a value an interval. */
const BY_INTERVAL = /^(?:perHour|staff|\w+Factor)$/;

function cells(form: Form, path: FilePath, values: readonly unknown[], most: number) {
  const title = titleSaid(path);
  return values.map((_, i) => {
    const name = BY_INTERVAL.test(String(path.at(-1))) ? form.timeOf(i) : `${i + 1}`;
    return html`<div>
      <span class="when" aria-hidden="true">${name}</span>
      ${cell(form, [...path, i], {
        label: `${title}, ${name}`,
        paste: pasted(form, path, values, i, most),
      })}
    </div>`;
  });
}

/** So many numbers that they are written one a line. */
function lines(form: Form, path: FilePath, values: readonly unknown[]) {
  const typed = (event: Event) =>
    form.set(path, cellsPasted((event.target as HTMLTextAreaElement).value).map(numberTyped));
  return html`<textarea
    class="column"
    rows="8"
    aria-label=${titleSaid(path)}
    .value=${values.join('\n')}
    @change=${typed}
  ></textarea>`;
}

const many = (form: Form, path: FilePath, values: readonly unknown[], most: number) =>
  values.length > CELLS
    ? lines(form, path, values)
    : html`<div class="cells">${cells(form, path, values, most)}</div>`;

/** One number for the whole day, or one an interval. */
export function profile(form: Form, path: FilePath, shape: FormShape): TemplateResult {
  const words = labEditWords();
  const value = form.value(path) ?? shape.default ?? 0;
  const isList = Array.isArray(value);
  const first = isList ? ((value[0] as unknown) ?? 0) : value;
  const { intervals } = form;
  const spread = () => form.set(path, spreadOver(value as unknown[], intervals));
  const ways = [
    { is: !isList, name: words.allDay, go: () => form.set(path, first) },
    { is: isList, name: words.byInterval, go: () => form.set(path, Array(intervals).fill(first)) },
  ];
  return block(
    form,
    path,
    shape,
    html`<div class="ways">
        ${ways.map(
          ({ go, is, name }) => html`<button
            type="button"
            class="way"
            aria-pressed=${is}
            @click=${() => is || go()}
          >
            ${name}
          </button>`,
        )}
        <span class="unit">${unitOf(shape)}</span>
      </div>
      ${
        isList
          ? html`${many(form, path, value, intervals)}
              <p class="help">${words.paste}</p>
              ${
                value.length === intervals
                  ? nothing
                  : html`<button type="button" class="small" @click=${spread}>
                      ${words.fit(intervals)}
                    </button>`
              }`
          : html`<div class="control">${cell(form, path, { label: titleSaid(path) })}</div>`
      }`,
  );
}

/** A list of numbers, as long as one wants. */
export function numbers(form: Form, path: FilePath, shape: FormShape): TemplateResult {
  const words = labEditWords();
  const values = (form.value(path) ?? shape.default ?? []) as readonly unknown[];
  const within = over(form, path, values);
  const last = values.at(-1) ?? 0;
  return block(
    form,
    path,
    shape,
    html`${many(within, path, values, 1_000)}
      <div class="ways">
        <button type="button" class="small" @click=${() => form.set(path, [...values, last])}>
          ${words.addValue}
        </button>
        ${
          values.length === 0
            ? nothing
            : html`<button
                type="button"
                class="small"
                @click=${() => form.set(path, values.slice(0, -1))}
              >
                ${words.dropValue}
              </button>`
        }
        <span class="unit">${unitOf(shape)}</span>
      </div>`,
  );
}
