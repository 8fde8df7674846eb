import { html, nothing, type TemplateResult } from 'lit';
import { type FilePath, valueAt } from '../../../models/doors/editing.ts';
import type { Says } from '../../../models/doors/scenario.ts';
import { labEditWords } from '../../text/lab-edit.ts';
import { say } from '../../text/language.ts';
import { tongues } from './controls.ts';
import { block, type Form, idOf, titleSaid } from './form.ts';
import { numberShown } from './numbers.ts';
import { type FormShape, kindOf, type Pick } from './shapes.ts';

/** A short name that no item of the list has yet. */
function freeId(items: readonly unknown[], stem: string): string {
  const taken = new Set(items.map((item) => valueAt(item, ['id'])));
  let n = items.length + 1;
  while (taken.has(`${stem}${n}`)) n += 1;
  return `${stem}${n}`;
}

/** What a new item of a list says, for it to be read at once. */
function fresh(form: Form, list: string, items: readonly unknown[]): unknown {
  const [type = 'type1'] = form.types;
  const unmet = form.types.find((id) => !items.some((item) => valueAt(item, ['type']) === id));
  const n = items.length + 1;
  switch (list) {
    case 'types':
      return {
        id: freeId(items, 'type'),
        name: { fr: `Motif ${n}`, en: `Type ${n}` },
        perHour: 10,
        handling: { law: 'exponential', meanS: 240 },
        patience: { law: 'exponential', meanS: 240 },
      };
    case 'groups':
      return {
        id: freeId(items, 'group'),
        name: { fr: `Groupe ${n}`, en: `Group ${n}` },
        staff: 1,
        skills: [{ type }],
      };
    case 'skills':
      return { type: unmet ?? type };
    case 'bursts':
      return { atMin: 60, calls: 20 };
    case 'breaks':
      return { atMin: 60, lengthMin: 15, agents: 1 };
    case 'says':
      return { fr: '…', en: '…' };
    default:
      return { share: 0, meanS: 60 };
  }
}

/** A copy of an item, under a name of its own. */
function copyOf(items: readonly unknown[], item: unknown): unknown {
  if (typeof item !== 'object' || item === null || !('id' in item)) return item;
  return { ...item, id: freeId(items, String(item.id).replace(/\d+$/, '')) };
}

/** What an item is called: its name, the type it speaks of, or its place. */
export function itemName(list: FilePath, item: unknown, i: number): string {
  const name = valueAt(item, ['name']) ?? valueAt(item, ['type']);
  if (typeof name === 'string') return name;
  if (typeof name === 'object' && name !== null) return say(name as Says);
  return labEditWords().itemOf(titleSaid(list), i + 1);
}

/** What one reads of an item that is closed. */
function gist(path: FilePath, item: unknown): string {
  const value = valueAt(item, [path[0] === 'types' ? 'perHour' : 'staff']);
  const numbers = [value].flat().filter((one) => typeof one === 'number');
  if (numbers.length === 0) return '';
  const [least, most] = [Math.min(...numbers), Math.max(...numbers)].map(numberShown);
  const title = titleSaid([...path, 0, path[0] === 'types' ? 'perHour' : 'staff']);
  return `${title} · ${least === most ? most : `${least} – ${most}`}`;
}

interface ListPage {
  readonly form: Form;
  readonly path: FilePath;
  readonly shape: FormShape;
  readonly items: readonly unknown[];
  readonly pick: Omit<Pick, 'at'>;
}

/** What may be done with an item: one more like it, or none of it. */
function deeds({ form, items, path, pick }: ListPage, i: number, name: string) {
  const words = labEditWords();
  if (pick.isView) return nothing;
  const at = [...path, i];
  return html`<div class="deeds">
    <button
      type="button"
      class="small"
      aria-label=${words.duplicateIt(name)}
      @click=${() => form.insert(path, i + 1, copyOf(items, items[i]))}
    >
      ${words.duplicate}
    </button>
    <button
      type="button"
      class="small"
      aria-label=${words.removeIt(name)}
      @click=${() => form.set(at, undefined)}
    >
      ${words.remove}
    </button>
  </div>`;
}

function more({ form, items, path, pick }: ListPage) {
  const words = labEditWords();
  if (pick.isView) return nothing;
  const list = String(path.at(-1));
  const add = () => {
    form.insert(path, items.length, fresh(form, list, items));
    if (path.length === 1) form.toggle(`calls:${[...path, items.length].join('.')}`);
  };
  return html`<button
    type="button"
    class="small"
    aria-label=${words.addTo(titleSaid(path))}
    @click=${add}
  >
    ${words.add}
  </button>`;
}

/** The items of a long list: their names, and one at a time opened. */
function folded(page: ListPage, section: string) {
  const { form, items, path, pick, shape } = page;
  const { mend } = labEditWords();
  return items.map((item, i) => {
    const at = [...path, i];
    const name = itemName(path, item, i);
    const key = `${section}:${at.join('.')}`;
    const open = form.isOpen(key);
    const wrong = form.faults(at, true).length;
    return html`<li class="item">
      <h3>
        <button
          type="button"
          class="fold"
          aria-expanded=${open}
          @click=${() => form.toggle(key)}
        >
          <span>${name}</span>
          ${open ? nothing : html`<span class="gist">${pick.isView ? '' : gist(path, item)}</span>`}
          ${wrong > 0 && !open ? html`<span class="fault">${mend(wrong)}</span>` : nothing}
        </button>
      </h3>
      ${
        open && shape.items
          ? html`<div class="inside">
              ${form.field(form, at, shape.items, pick)} ${deeds(page, i, name)}
            </div>`
          : nothing
      }
    </li>`;
  });
}

/** Types and groups: a list of names under a title. */
export function folds(
  form: Form,
  path: FilePath,
  shape: FormShape,
  section: string,
  pick: Omit<Pick, 'at'>,
): TemplateResult {
  const items = (form.value(path) ?? []) as readonly unknown[];
  const page = { form, path, shape, items, pick };
  return html`<div class="list" id=${idOf(path)}>
    <h3 class="of">${titleSaid(path)}</h3>
    <ul>${folded(page, section)}</ul>
    ${more(page)}
  </div>`;
}

/** A short list within another part: all its items are there. */
export function list(form: Form, path: FilePath, shape: FormShape): TemplateResult {
  const items = (form.value(path) ?? shape.default ?? []) as readonly unknown[];
  const within = form.value(path) === undefined ? { ...form, insert: begin(form, path) } : form;
  const page = { form: within, path, shape, items, pick: {} };
  const inner = shape.items;
  return block(
    form,
    path,
    shape,
    html`<ul class="rows">
        ${items.map((item, i) => {
          const at = [...path, i];
          const name = itemName(path, item, i);
          return html`<li>
            ${
              inner && kindOf(inner) === 'text'
                ? tongues(form, at)
                : html`<div class="inline">${inner ? form.field(form, at, inner) : nothing}</div>`
            }
            ${deeds(page, i, name)}
          </li>`;
        })}
      </ul>
      ${more(page)}`,
    false,
  );
}

const begin =
  (form: Form, path: FilePath): Form['insert'] =>
  (_, __, item) =>
    form.set(path, [item]);
