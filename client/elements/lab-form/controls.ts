import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { choiceOf, type FilePath } from '../../../models/doors/editing.ts';
import { labEditWords } from '../../text/lab-edit.ts';
import { say } from '../../text/language.ts';
import { block, describedBy, type Form, idOf, line, over, titleSaid, unitOf } from './form.ts';
import { numberShown, numberTyped } from './numbers.ts';
import type { FormShape } from './shapes.ts';

const typedIn = (event: Event): string => (event.target as HTMLInputElement).value;

/** A number as it stands in a cell; whatever else stands there, as it is. */
const shownIn = (value: unknown): string => {
  if (typeof value === 'number') return numberShown(value);
  return value === undefined || value === null ? '' : String(value);
};

/**
 * One number, under its id. Left empty it takes the value it has untold, in a row of numbers none:
 * there no place may vanish.
 */
export function cell(
  form: Form,
  path: FilePath,
  more: { label?: string; paste?: (event: ClipboardEvent) => void; usual?: unknown } = {},
): TemplateResult {
  const id = idOf(path);
  const inRow = typeof path.at(-1) === 'number';
  const typed = (event: Event) => {
    form.type(id, typedIn(event));
    const value = numberTyped(typedIn(event));
    form.set(path, value === undefined && inRow ? '' : value, true);
  };
  return html`<input
    type="text"
    class="number"
    inputmode="decimal"
    autocomplete="off"
    id=${id}
    aria-label=${more.label ?? nothing}
    aria-invalid=${form.faults(path).length > 0 ? 'true' : nothing}
    aria-describedby=${more.label === undefined ? describedBy(form, path) : nothing}
    placeholder=${typeof more.usual === 'number' ? numberShown(more.usual) : nothing}
    .value=${live(form.typed(id) ?? shownIn(form.value(path)))}
    @input=${typed}
    @change=${form.settle}
    @blur=${form.settle}
    @paste=${more.paste ?? nothing}
  />`;
}

const unit = (shape: FormShape) => {
  const text = unitOf(shape);
  return text === '' ? nothing : html`<span class="unit">${text}</span>`;
};

export const number = (form: Form, path: FilePath, shape: FormShape): TemplateResult =>
  line(form, path, shape, html`${cell(form, path, { usual: shape.default })} ${unit(shape)}`);

/** A number, or no limit at all. */
export function numberOrNone(form: Form, path: FilePath, shape: FormShape): TemplateResult {
  const value = form.value(path);
  const none = value === null || (value === undefined && shape.default === null);
  const first = typeof shape.default === 'number' ? shape.default : 10;
  return line(
    form,
    path,
    shape,
    html`${none ? nothing : html`${cell(form, path, { usual: shape.default })} ${unit(shape)}`}
      <label class="check">
        <input
          type="checkbox"
          id=${none ? idOf(path) : nothing}
          .checked=${live(none)}
          @change=${() => form.set(path, none ? first : null)}
        />
        ${labEditWords().none}
      </label>`,
  );
}

/** One of several words. */
export function choice(
  form: Form,
  path: FilePath,
  shape: FormShape,
  choices: readonly string[] = shape.enum ?? [],
  chosen: (value: string) => void = (value) => form.set(path, value),
  label: string | null = null,
  said = (one: string): string => say(choiceOf(path, one)),
): TemplateResult {
  const value = form.value(path) ?? shape.default;
  const known = choices.includes(String(value)) ? choices : [String(value ?? ''), ...choices];
  return html`<select
    id=${idOf(path)}
    aria-label=${label ?? nothing}
    aria-describedby=${describedBy(form, path)}
    .value=${live(String(value ?? ''))}
    @change=${(event: Event) => chosen(typedIn(event))}
  >
    ${known.map(
      (one) => html`<option value=${one} ?selected=${one === value}>
        ${said(one)}
      </option>`,
    )}
  </select>`;
}

/** Yes or no; the name stands beside the box. */
export function flag(form: Form, path: FilePath, shape: FormShape): TemplateResult {
  const value = form.value(path) ?? shape.default;
  return line(
    form,
    path,
    shape,
    html`<input
      type="checkbox"
      id=${idOf(path)}
      aria-describedby=${describedBy(form, path)}
      .checked=${live(value === true)}
      @change=${(event: Event) => form.set(path, (event.target as HTMLInputElement).checked)}
    />`,
  );
}

/** A short word: an hour, the name of a type. */
export function word(form: Form, path: FilePath, shape: FormShape): TemplateResult {
  return line(
    form,
    path,
    shape,
    html`<input
      type="text"
      autocomplete="off"
      spellcheck="false"
      id=${idOf(path)}
      aria-invalid=${form.faults(path).length > 0 ? 'true' : nothing}
      aria-describedby=${describedBy(form, path)}
      placeholder=${typeof shape.default === 'string' ? shape.default : nothing}
      .value=${live(shownIn(form.value(path)))}
      @change=${(event: Event) => form.set(path, typedIn(event).trim() || undefined)}
    />`,
  );
}

const LONG = ['about', 'source'];

function textArea(form: Form, path: FilePath, language: 'fr' | 'en', label: string) {
  const value = form.value(path);
  const both =
    typeof value === 'string' ? { fr: value, en: value } : { fr: '', en: '', ...(value as object) };
  const id = `${idOf(path)}-${language}`;
  const rows = LONG.includes(String(path[0])) ? 3 : 1;
  const typed = (event: Event) => {
    const next = { ...both, [language]: typedIn(event) };
    form.set(path, next.fr === '' && next.en === '' && rows > 1 ? undefined : next, true);
  };
  return html`<label class="tongue" for=${id}>${label}</label>
    <textarea
      id=${id}
      lang=${language}
      rows=${rows}
      .value=${live(both[language])}
      @input=${typed}
      @change=${form.settle}
    ></textarea>`;
}

/** A text in two languages, without its name. */
export const tongues = (form: Form, path: FilePath): TemplateResult => {
  const words = labEditWords();
  return html`<div class="tongues">
    ${textArea(form, path, 'fr', words.french)} ${textArea(form, path, 'en', words.english)}
  </div>`;
};

export const text = (form: Form, path: FilePath, shape: FormShape): TemplateResult =>
  block(form, path, shape, tongues(form, path));

/** A row of numbers of fixed length, each with a name; told whole once one of them is. */
export function row(form: Form, path: FilePath, shape: FormShape): TemplateResult {
  const whole = (form.value(path) ?? shape.default) as readonly unknown[];
  const within = over(form, path, whole);
  return block(
    form,
    path,
    shape,
    html`<div class="cells named">
      ${(shape.prefixItems ?? []).map((_, i) => {
        const at = [...path, i];
        return html`<div>
          <label for=${idOf(at)}>${titleSaid(at)}</label>
          <div class="control">${cell(within, at, { label: titleSaid(at) })} ${unit(shape)}</div>
        </div>`;
      })}
    </div>`,
  );
}
