import type { FilePath } from '../../../models/doors/editing.ts';
import { scenarioJsonSchema } from '../../../models/doors/scenario.ts';

/** What the one schema says of a place of the file, as the form reads it. */
export interface FormShape {
  readonly type?: string;
  readonly description?: string;
  readonly unit?: string;
  readonly grade?: string;
  readonly default?: unknown;
  readonly usual?: unknown;
  readonly const?: unknown;
  readonly enum?: readonly string[];
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, FormShape>>;
  readonly items?: FormShape;
  readonly prefixItems?: readonly FormShape[];
  readonly anyOf?: readonly FormShape[];
  readonly oneOf?: readonly FormShape[];
}

let root: FormShape | undefined;
export const rootShape = (): FormShape => {
  root ??= scenarioJsonSchema() as FormShape;
  return root;
};

/** How a field is filled in. */
export type Kind =
  | 'number'
  | 'numberOrNone'
  | 'profile'
  | 'numbers'
  | 'row'
  | 'choice'
  | 'flag'
  | 'text'
  | 'texts'
  | 'word'
  | 'law'
  | 'list'
  | 'part';

function kindOfList(shape: FormShape): Kind {
  if (shape.prefixItems) return 'row';
  const inner = shape.items ? kindOf(shape.items) : 'word';
  if (inner === 'number') return 'numbers';
  return inner === 'text' ? 'texts' : 'list';
}

export function kindOf(shape: FormShape): Kind {
  if (shape.enum) return 'choice';
  if (shape.oneOf) return 'law';
  const ways = shape.anyOf?.map(({ type }) => type);
  if (ways) {
    if (ways.includes('null')) return 'numberOrNone';
    return ways.includes('array') ? 'profile' : 'text';
  }
  if (shape.type === 'array') return kindOfList(shape);
  if (shape.type === 'object') return 'part';
  if (shape.type === 'boolean') return 'flag';
  return shape.type === 'string' ? 'word' : 'number';
}

/** What is said of a number that may be none, or a profile, stands on its first way. */
export const toldBy = (shape: FormShape): FormShape =>
  shape.description === undefined && shape.anyOf?.[0] ? { ...shape.anyOf[0], ...shape } : shape;

/** The field at a path, as the schema has it; of a law, whichever way has the field. */
export function shapeOf(path: FilePath): FormShape | undefined {
  let shape: FormShape | undefined = rootShape();
  for (const key of path) {
    const here: FormShape | undefined = shape;
    if (typeof key === 'number') {
      shape = here?.prefixItems?.[key] ?? here?.items;
      continue;
    }
    const ways: readonly FormShape[] = here?.oneOf ?? (here ? [here] : []);
    shape = ways.find(({ properties }) => properties?.[key])?.properties?.[key];
  }
  return shape;
}

/** A part of the form: which fields of which place; of the items of a list, which of theirs. */
export interface Pick {
  readonly at: string;
  readonly only?: readonly string[];
  readonly except?: readonly string[];
  /** The items come and go elsewhere. */
  readonly isView?: boolean;
}

const HUMAN = [
  ...['people', 'wait', 'score', 'announce', 'callback', 'discover', 'speed', 'fit', 'mood'],
  ...['difficult', 'energy', 'supports'],
];
const WAITS = ['patience', 'patienceFactor', 'headStartS', 'redial', 'retry', 'repeat', 'onReturn'];

/** The form in the order of a planner's questions. */
export const SECTIONS = {
  file: [{ at: 'name' }, { at: 'about' }, { at: 'source' }, { at: 'supposed' }],
  day: [{ at: 'day' }],
  calls: [{ at: 'types', except: [...WAITS, 'need'] }, { at: 'arrivals' }],
  people: [{ at: 'groups', except: ['policy'] }, { at: 'routing' }],
  waiting: [{ at: 'types', only: WAITS, isView: true }, { at: 'lines' }, { at: 'desk' }],
  service: [{ at: 'serviceLevel' }],
  arbitration: [
    { at: 'arbitration', except: HUMAN },
    { at: 'types', only: ['need'], isView: true },
    { at: 'groups', only: ['policy'], isView: true },
  ],
  human: [{ at: 'arbitration', only: HUMAN, isView: true }],
} as const satisfies Record<string, readonly Pick[]>;
export type Section = keyof typeof SECTIONS;
export const SECTION_NAMES = Object.keys(SECTIONS) as Section[];

/** The fields of a shape that a part of the form shows. */
export const fieldsOf = (
  { properties = {} }: FormShape,
  { except, only }: Omit<Pick, 'at'> = {},
): [string, FormShape][] =>
  Object.entries(properties).filter(
    ([key]) => (only?.includes(key) ?? true) && !except?.includes(key),
  );

/** In which section a path of the file is shown. */
export function sectionOf(path: FilePath): Section {
  const [first, second, third] = path;
  const key = String(first === 'types' || first === 'groups' ? third : second);
  const isHere = ({ at, except, only }: Pick): boolean =>
    at === first && (only?.includes(key) ?? true) && !except?.includes(key);
  return SECTION_NAMES.find((name) => SECTIONS[name].some(isHere)) ?? 'file';
}

/** What every planner looks for first, written or not: of a part, or of the items of a list. */
const ESSENTIAL: Readonly<Record<string, readonly string[]>> = {
  day: ['opensAt', 'lengthMin', 'intervalMin'],
  types: ['perHour', 'handling', 'patience'],
  groups: ['staff', 'shrinkage'],
  serviceLevel: ['targetS'],
};

export const isEssential = (path: FilePath): boolean =>
  path.length <= 3 && (ESSENTIAL[String(path[0])]?.includes(String(path.at(-1))) ?? false);

/** What changes no figure is one tap away, however much of it there is. */
export const isAside = (path: FilePath): boolean => path[0] === 'types' && path.at(-1) === 'says';
