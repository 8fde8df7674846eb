import type { fr } from './fr.ts';

type Like<T> = T extends string
  ? string
  : T extends (...given: infer Given) => string
    ? (...given: Given) => string
    : { readonly [Key in keyof T]: Like<T[Key]> };

/** The shape of a language: the keys of the French, so that a missing one does not compile. */
export type Texts = Like<typeof fr>;
