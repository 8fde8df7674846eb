import { z } from 'zod';
import type { Says } from '../words/problem.ts';
import { differences } from './edit.ts';
import { LongText, saysOf } from './fields.ts';

/**
 * What a scenario supposes where its records do not say it. It is part of the scenario, so that
 * whoever is given an answer, or works it out again, reads what it rests on.
 */

const ABOUT = ['arrivals', 'handling', 'afterCall', 'patience', 'returns', 'staff'] as const;

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

/** What is supposed, a sentence each. */
export const supposedSays = ({ supposed }: { readonly supposed?: Supposed | undefined }): Says[] =>
  (supposed ?? []).map(({ says }) => saysOf(says));

/** What else was supposed than this. */
export const supposedBut = (
  { supposed }: { readonly supposed?: Supposed | undefined },
  about: About,
): Supposed => (supposed ?? []).filter((one) => one.about !== about);

/**
 * The fields of a type or of a group of which something is supposed. What stands beside them (a
 * factor by the hour, after-call work) may change: that is supposed as before.
 */
const FIELDS: readonly (readonly [RegExp, About])[] = [
  [/^types\.([^.]+)\.(perHour|shape)\b/, 'arrivals'],
  [/^types\.([^.]+)\.handling\b/, 'handling'],
  [/^types\.([^.]+)\.wrapUp\b/, 'afterCall'],
  [/^types\.([^.]+)\.patience\b/, 'patience'],
  [/^types\.([^.]+)\.(redial|retry|repeat)\b/, 'returns'],
  [/^groups\.([^.]+)\.staff\b/, 'staff'],
];

const lengthOf = (list: unknown): number => (Array.isArray(list) ? list.length : 0);

/** The file without what it supposed of fields that were written anew since, wherever they are. */
export function stillSupposed<T>(before: unknown, after: T): T {
  const { supposed } = after as { supposed?: Supposed };
  if (!Array.isArray(supposed) || before === after) return after;
  const written = new Map<About, Set<string>>();
  for (const { path } of differences(before, after))
    for (const [field, about] of FIELDS) {
      const owner = field.exec(path.join('.'))?.[1];
      if (owner !== undefined) written.set(about, (written.get(about) ?? new Set()).add(owner));
    }
  const { groups, types } = after as { groups?: unknown; types?: unknown };
  const isWritten = (about: About): boolean =>
    (written.get(about)?.size ?? 0) >= Math.max(1, lengthOf(about === 'staff' ? groups : types));
  const left = supposed.filter(({ about }) => !isWritten(about));
  if (left.length === supposed.length) return after;
  const { supposed: _gone, ...rest } = after as T & { supposed?: Supposed };
  return (left.length === 0 ? rest : { ...rest, supposed: left }) as T;
}
