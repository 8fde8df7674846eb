import { html, type TemplateResult } from 'lit';
import {
  choiceOf,
  type Difference,
  type FilePath,
  titleOf,
  valueAt,
} from '../../../models/doors/editing.ts';
import type { Says } from '../../../models/doors/scenario.ts';
import { labEditWords } from '../../text/lab-edit.ts';
import { language, say } from '../../text/language.ts';
import { itemName } from './lists.ts';
import { numberShown } from './numbers.ts';

/** Where a path leads, in words: « Motifs d’appel › Une question › Appels par heure ». */
export function placeSaid(file: unknown, path: FilePath): string {
  const steps = path.map((key, i) => {
    const at = path.slice(0, i + 1);
    if (typeof key === 'string') return say(titleOf(at));
    const item = valueAt(file, at);
    const isRow = typeof item === 'number' || item === '';
    return isRow ? say(titleOf(at)) : itemName(path.slice(0, i), item, key);
  });
  return steps.filter((step, i) => step !== steps[i - 1]).join(' › ');
}

function ofList(value: readonly unknown[]): string {
  const words = labEditWords();
  const numbers = value.filter((one) => typeof one === 'number');
  if (numbers.length < value.length || value.length === 0) return words.items(value.length);
  if (value.length <= 4) return numbers.map(numberShown).join(' ; ');
  const [least, most] = [Math.min(...numbers), Math.max(...numbers)];
  return words.values(value.length, numberShown(least), numberShown(most));
}

/** A value of the file in a few words. */
function valueSaid(path: FilePath, value: unknown): string {
  const words = labEditWords();
  if (value === undefined) return words.missing;
  if (value === null) return words.none;
  if (typeof value === 'number') return numberShown(value);
  if (typeof value === 'boolean') return value ? words.yes : words.no;
  if (typeof value === 'string') return say(choiceOf(path, value));
  if (Array.isArray(value)) return ofList(value);
  const fields = value as Readonly<Record<string, unknown>>;
  if ('fr' in fields && 'en' in fields) return String(fields[language()]);
  if (typeof fields['law'] === 'string') return say(choiceOf([...path, 'law'], fields['law']));
  if ('name' in fields) return say(fields['name'] as Says);
  return words.items(Object.keys(fields).length);
}

/** What differs from where one began, each with a way back. */
export function changes(
  file: unknown,
  found: readonly Difference[],
  back: (one: Difference) => void,
): TemplateResult {
  const words = labEditWords();
  return html`<ul class="changes">
    ${found.map((one) => {
      const place = placeSaid(file, one.path);
      const isItem = typeof one.path.at(-1) === 'number';
      const said = (value: unknown) =>
        value === undefined && isItem ? words.absent : valueSaid(one.path, value);
      return html`<li>
        <span>${place}</span>
        <strong>${words.was(said(one.before), said(one.after))}</strong>
        <button
          type="button"
          class="small"
          aria-label=${words.backOn(place)}
          @click=${() => back(one)}
        >
          ${words.back}
        </button>
      </li>`;
    })}
  </ul>`;
}
