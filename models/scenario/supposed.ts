import { z } from 'zod';
import type { Says } from '../words/problem.ts';
import { differences } from './edit.ts';
import { LongText, saysOf } from './fields.ts';

/**
 * What a scenario supposes where its records do not say it. It is part of the scenario, so that
 * whoever is given an answer, or works it out again, reads what it rests on.
 */

const ABOUT = ['arrivals', 'handling', 'patience', 'returns', 'staff'] as const;

export const Supposed = z
  .array(
    z.strictObject({
      about: z.enum(ABOUT).meta({
        description: 'What it is about: once that is written anew, it is supposed no more.',
      }),
      says: LongText,
    }),
  )
  .max(50)
  .meta({
    description:
      'What is supposed where records do not say it: told beside every answer, it changes nothing of what happens.',
  });

export type Supposed = z.output<typeof Supposed>;
type About = Supposed[number]['about'];

/** What is supposed while a scenario is made of records. */
export class Supposing {
  readonly all: Supposed;

  constructor(before: Supposed = []) {
    this.all = [...before];
  }

  add(about: About, ...notes: readonly Says[]): void {
    for (const says of notes) this.all.push({ about, says });
  }

  get notes(): Says[] {
    return supposedSays({ supposed: this.all });
  }
}

/** The same in both languages. */
export const supposedSays = ({ supposed }: { readonly supposed?: Supposed | undefined }): Says[] =>
  (supposed ?? []).map(({ says }) => saysOf(says));

/** What else was supposed than the staff. */
export const supposedBut = (
  { supposed }: { readonly supposed?: Supposed | undefined },
  about: About,
): Supposed => (supposed ?? []).filter((one) => one.about !== about);

/** What the fields of a type or of a group say something of. */
const FIELDS: readonly (readonly [RegExp, About])[] = [
  [/^types\.[^.]+\.(perHour|shape)\b/, 'arrivals'],
  [/^types\.[^.]+\.(handling|wrapUp)/, 'handling'],
  [/^types\.[^.]+\.patience/, 'patience'],
  [/^types\.[^.]+\.(redial|retry|repeat)\b/, 'returns'],
  [/^groups\.[^.]+\.staff\b/, 'staff'],
];

/** The file without what it supposed of fields that were written anew since. */
export function stillSupposed<T>(before: unknown, after: T): T {
  const { supposed } = after as { supposed?: Supposed };
  if (!Array.isArray(supposed) || before === after) return after;
  const written = new Set(
    differences(before, after).flatMap(({ path }) => {
      const name = path.join('.');
      return FIELDS.flatMap(([field, about]) => (field.test(name) ? [about] : []));
    }),
  );
  const left = supposed.filter(({ about }) => !written.has(about));
  if (left.length === supposed.length) return after;
  const { supposed: _gone, ...rest } = after as T & { supposed?: Supposed };
  return (left.length === 0 ? rest : { ...rest, supposed: left }) as T;
}
