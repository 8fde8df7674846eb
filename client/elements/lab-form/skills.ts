import { valueAt, withItem, withValue } from '../../../models/doors/editing.ts';

/** What groups can do follows the types: one new is taken, one renamed kept, one lost left. */

type Skill = Readonly<Record<string, unknown>>;

const skillsOf = (file: unknown, group: number): readonly Skill[] =>
  (valueAt(file, ['groups', group, 'skills']) ?? []) as readonly Skill[];

const groupsOf = (file: unknown): number[] => [
  ...((valueAt(file, ['groups']) ?? []) as readonly unknown[]).keys(),
];

/** Every group does with `id` as with `like`; with neither before it, the first group takes it. */
export function taught(file: unknown, id: unknown, like: unknown): unknown {
  const known = groupsOf(file).filter((g) => skillsOf(file, g).some(({ type }) => type === like));
  const who = known.length > 0 ? known : groupsOf(file).slice(0, 1);
  return who.reduce((now: unknown, g) => {
    const skills = skillsOf(now, g);
    const skill = { ...skills.find(({ type }) => type === like), type: id };
    return withItem(now, ['groups', g, 'skills'], skills.length, skill);
  }, file);
}

/** The same skills, under the new name of their type. */
export const renamed = (file: unknown, from: unknown, to: unknown): unknown =>
  groupsOf(file).reduce(
    (now: unknown, g) =>
      withValue(
        now,
        ['groups', g, 'skills'],
        skillsOf(now, g).map((one) => (one['type'] === from ? { ...one, type: to } : one)),
      ),
    file,
  );

/** Groups leave a type that is no more; one that could do nothing else keeps it, and is told of. */
export const forgotten = (file: unknown, id: unknown): unknown =>
  groupsOf(file).reduce((now: unknown, g) => {
    const kept = skillsOf(now, g).filter(({ type }) => type !== id);
    return kept.length === 0 ? now : withValue(now, ['groups', g, 'skills'], kept);
  }, file);
