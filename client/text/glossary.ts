import { language } from './language.ts';
import { typesetAll } from './typeset.ts';

/** The words of a desk of the game, and what they mean. */
const fr = {
  name: 'Lexique',
  title: 'Les mots du poste',
  of: {
    breath: [
      'le souffle',
      'Votre énergie. Les reproches et les rôles la baissent ; souffler la rend.',
    ],
    sheet: ['la fiche', 'Ce que vous savez du client. Écouter jusqu’au bout en dévoile une ligne.'],
    register: [
      'le registre',
      'Votre façon d’être avec lui : vous-même, ce qu’il lui faut, ou la formule.',
    ],
    voices: [
      'les deux voix',
      'L’une parle pour le client en ligne, l’autre pour ceux qui attendent. La plus grasse pèse le plus.',
    ],
    price: [
      'le prix de la minute',
      'En minutes d’attente : ce qu’elle coûte aux autres, et ce qu’elle apporte ici.',
    ],
    dare: [
      'oser',
      'Reconnaître une critique, dire non à ce qui n’est pas dû, poser une limite à qui manque de respect.',
    ],
    pass: [
      'passer',
      'Confier le client : à froid, en racontant tout, ou en promettant de le rappeler.',
    ],
    cord: ['la corde', 'Elle signale ce qui fait appeler tant de monde.'],
  },
} as const;

export type Term = keyof typeof fr.of;
interface GlossaryTexts {
  readonly name: string;
  readonly title: string;
  readonly of: Readonly<Record<Term, readonly [term: string, means: string]>>;
}

const en: GlossaryTexts = {
  name: 'Glossary',
  title: 'The words of the desk',
  of: {
    breath: [
      'breath',
      'Your energy. Reproaches and playing a part lower it; taking a breath gives some back.',
    ],
    sheet: ['the sheet', 'What you know of the caller. Listening to the end turns one line of it.'],
    register: ['manner', 'How you are with them: yourself, what they need, or the set phrase.'],
    voices: [
      'the two voices',
      'One speaks for the caller on the line, one for those who wait. The bolder weighs more.',
    ],
    price: [
      'the price of a minute',
      'In minutes of waiting: what it costs the others, and what it brings here.',
    ],
    dare: [
      'daring',
      'Recognising a criticism, refusing what is not due, setting a limit to disrespect.',
    ],
    pass: ['passing on', 'Cold, with the whole story, or by promising to call back.'],
    cord: ['the cord', 'It reports what makes so many people call.'],
  },
};

const set = ([term, means]: readonly [string, string]) => typesetAll({ term, means });

/** What a word of the desk is called, and means, in the language of this device. */
export function termIn(term: Term): { readonly term: string; readonly means: string } {
  const [name, means] = (language() === 'fr' ? fr : en).of[term];
  return language() === 'fr' ? set([name, means]) : { term: name, means };
}

export const glossaryTitle = (): string => (language() === 'fr' ? fr : en).title;

/** How the list is called on its button. */
export const glossaryName = (): string => (language() === 'fr' ? fr : en).name;
