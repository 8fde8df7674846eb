import { html, nothing, type TemplateResult } from 'lit';
import {
  describedIn,
  type FilePath,
  titleOf,
  unitSaid,
  valueAt,
  withItem,
  withValue,
} from '../../../models/doors/editing.ts';
import type { Says } from '../../../models/doors/scenario.ts';
import { labEditWords } from '../../text/lab-edit.ts';
import { say } from '../../text/language.ts';
import { numberShown } from './numbers.ts';
import { type FormShape, kindOf, type Pick, toldBy } from './shapes.ts';

/** What the parts of the form ask of the form, and do to it. */
export interface Form {
  value(path: FilePath): unknown;
  /** What does not fit at this path; with what stands below it, where nothing else says so. */
  faults(path: FilePath, below?: boolean): readonly Says[];
  /** @param typing letters are still coming */
  set(path: FilePath, value: unknown, typing?: boolean): void;
  insert(path: FilePath, at: number, item: unknown): void;
  /** Letters come no more. */
  settle(): void;
  /** What is being typed in a field, as typed. */
  typed(id: string): string | undefined;
  type(id: string, text: string): void;
  isOpen(key: string): boolean;
  toggle(key: string): void;
  /** It says something of its own, or did when one began. */
  isTold(path: FilePath): boolean;
  /** The ids of the types, for skills to name. */
  readonly types: readonly string[];
  /** What a type is called, by its id. */
  typeSaid(id: string): string;
  readonly intervals: number;
  timeOf(interval: number): string;
  /** A field of any kind, as this form, or one over it, has it. */
  readonly field: FieldShown;
}

type FieldShown = (
  form: Form,
  path: FilePath,
  shape: FormShape,
  pick?: Omit<Pick, 'at'>,
) => TemplateResult;

/** The form over a value that the file may leave to its default: once a part is told, all is. */
export const over = (form: Form, path: FilePath, whole: unknown): Form => ({
  ...form,
  value: (at) => valueAt(whole, at.slice(path.length)),
  set: (at, value, typing) =>
    form.set(path, withValue(whole, at.slice(path.length), value), typing),
  insert: (at, i, item) => form.set(path, withItem(whole, at.slice(path.length), i, item)),
});

export const idOf = (path: FilePath): string => `f-${path.join('-')}`;
export const titleSaid = (path: FilePath): string => say(titleOf(path));
export const unitOf = (shape: FormShape): string => say(unitSaid(toldBy(shape).unit ?? '1'));

/** The value that a field has without being told. */
function usualOf(shape: FormShape): string | null {
  const { default: usual } = shape;
  const kind = kindOf(shape);
  if (typeof usual !== 'number' || (kind !== 'number' && kind !== 'numberOrNone')) return null;
  return labEditWords().usual(`${numberShown(usual)} ${unitOf(shape)}`.trim());
}

/** What a description says beyond the title; of any text, that it is one, is seen. */
function meaningOf(path: FilePath, shape: FormShape): string {
  const { description = '' } = toldBy(shape);
  const says = say(describedIn(description));
  const isTold = says.replace(/\.$/, '').toLowerCase() === titleSaid(path).toLowerCase();
  return isTold || (kindOf(shape) === 'text' && path.at(-1) !== 'source') ? '' : says;
}

/** Its meaning, and its name in the file, for whoever reads a sentence or types a command. */
export function help(path: FilePath, shape: FormShape): TemplateResult {
  const usual = usualOf(shape);
  return html`<p class="help" id=${`${idOf(path)}-help`}>
    ${meaningOf(path, shape)} ${usual ? html`<span class="usual">${usual}</span>` : nothing}
    <code>${path.at(-1)}</code>
  </p>`;
}

/** The sentences that say what does not fit here. */
export function faultsShown(form: Form, path: FilePath, below = false) {
  const faults = form.faults(path, below);
  if (faults.length === 0) return nothing;
  const says = faults.map((one) => say(one)).join(' ');
  return html`<p class="fault" id=${`${idOf(path)}-fault`}>${says}</p>`;
}

export const describedBy = (form: Form, path: FilePath, below = false): string =>
  form.faults(path, below).length > 0
    ? `${idOf(path)}-help ${idOf(path)}-fault`
    : `${idOf(path)}-help`;

/** A size that nobody measured is marked as one. */
const grade = (shape: FormShape) =>
  toldBy(shape).grade === 'D'
    ? html` <span class="grade">${labEditWords().hypothesis}</span>`
    : nothing;

/** A field of one control, under its name. */
export const line = (
  form: Form,
  path: FilePath,
  shape: FormShape,
  control: unknown,
): TemplateResult => html`<div class="field">
  <label for=${idOf(path)}>${titleSaid(path)}${grade(shape)}</label>
  <div class="control">${control}</div>
  ${help(path, shape)} ${faultsShown(form, path)}
</div>`;

/** A field of several controls, under one name. */
export const block = (
  form: Form,
  path: FilePath,
  shape: FormShape,
  controls: unknown,
  below = true,
): TemplateResult => html`<fieldset
  class="field"
  aria-describedby=${describedBy(form, path, below)}
>
  <legend>${titleSaid(path)}${grade(shape)}</legend>
  ${help(path, shape)} ${controls} ${faultsShown(form, path, below)}
</fieldset>`;
