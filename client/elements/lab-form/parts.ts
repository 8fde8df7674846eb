import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { type FilePath, valueAt } from '../../../models/doors/editing.ts';
import { labEditWords } from '../../text/lab-edit.ts';
import { choice, flag, number, numberOrNone, row, text, word } from './controls.ts';
import { type Form, faultsShown, help, idOf, line, titleSaid } from './form.ts';
import { law } from './law.ts';
import { list } from './lists.ts';
import { numbers, profile } from './profile.ts';
import { type FormShape, fieldsOf, kindOf, type Pick } from './shapes.ts';

/** A field of any kind. */
export function fieldShown(
  form: Form,
  path: FilePath,
  shape: FormShape,
  pick: Omit<Pick, 'at'> = {},
): TemplateResult {
  switch (kindOf(shape)) {
    case 'part':
      return typeof path.at(-1) === 'number'
        ? fields(form, path, shape, pick)
        : part(form, path, shape, pick);
    case 'number':
      return number(form, path, shape);
    case 'numberOrNone':
      return numberOrNone(form, path, shape);
    case 'profile':
      return profile(form, path, shape);
    case 'numbers':
      return numbers(form, path, shape);
    case 'row':
      return row(form, path, shape);
    case 'choice':
      return line(form, path, shape, choice(form, path, shape));
    case 'flag':
      return flag(form, path, shape);
    case 'text':
      return text(form, path, shape);
    case 'law':
      return law(form, path, shape);
    case 'texts':
    case 'list':
      return list(form, path, shape);
    case 'word':
      return path.at(-1) === 'type' && path[0] === 'groups'
        ? line(form, path, shape, skill(form, path, shape))
        : word(form, path, shape);
  }
}

/** Which type a skill speaks of, by its name. */
const skill = (form: Form, path: FilePath, shape: FormShape): TemplateResult =>
  choice(form, path, shape, form.types, (id) => form.set(path, id), null, form.typeSaid);

/** What may be there or not: without it, it has no say at all. */
const isOptional = (shape: FormShape): boolean =>
  kindOf(shape) === 'part' && shape.default === undefined;

/**
 * The fields of a part: those that say something first, the others one tap away, and not drawn
 * until then.
 */
export function fields(
  form: Form,
  path: FilePath,
  shape: FormShape,
  pick: Omit<Pick, 'at'> = {},
): TemplateResult {
  const words = labEditWords();
  const all = fieldsOf(shape, pick);
  const asked = new Set(shape.required ?? []);
  const isTold = (key: string) => asked.has(key) || form.isTold([...path, key]);
  const rest = all.filter(([key]) => !isTold(key));
  const key = `rest:${path.join('.')}:${pick.only?.join() ?? ''}`;
  const open = form.isOpen(key);
  const drawn = (some: typeof all) =>
    some.map(([name, one]) => form.field(form, [...path, name], one));
  return html`${drawn(all.filter(([name]) => isTold(name)))}
  ${
    rest.length === 0
      ? nothing
      : html`${open ? html`<div class="rest">${drawn(rest)}</div>` : nothing}
          <button
            type="button"
            class="more"
            aria-expanded=${open}
            @click=${() => form.toggle(key)}
          >
            ${open ? words.fewer : words.more(rest.length)}
          </button>`
  }`;
}

/** A part with a name; one that may be missing has a box to put it there. */
function part(
  form: Form,
  path: FilePath,
  shape: FormShape,
  pick: Omit<Pick, 'at'>,
): TemplateResult {
  const value = form.value(path);
  const there = value !== undefined || !isOptional(shape);
  const box = isOptional(shape)
    ? html`<label class="check">
        <input
          type="checkbox"
          id=${idOf(path)}
          .checked=${live(there)}
          @change=${() => form.set(path, there ? undefined : {})}
        />
        ${titleSaid(path)}
      </label>`
    : titleSaid(path);
  return html`<fieldset class="part">
    <legend>${box}</legend>
    ${help(path, shape)} ${there ? fields(form, path, shape, pick) : nothing}
    ${faultsShown(form, path)}
  </fieldset>`;
}

/** Whether something at this path, or below, differs from what it would be untold. */
export function saysItsOwn(file: unknown, path: FilePath, shape: FormShape): boolean {
  const value = valueAt(file, path);
  if (value === undefined) return false;
  if (kindOf(shape) !== 'part' || shape.default === undefined)
    return JSON.stringify(value) !== JSON.stringify(shape.default);
  return fieldsOf(shape).some(([key, one]) => saysItsOwn(file, [...path, key], one));
}
