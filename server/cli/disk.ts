import type { Says } from '../../models/doors/scenario.ts';
import { FAILED, stop } from './terminal.ts';

/** What a disk refuses, in sentences: which file, why, what to do. */

const CODES: Readonly<Record<string, Says>> = {
  ENOENT: { fr: 'n’existe pas', en: 'does not exist' },
  ENOTDIR: {
    fr: 'passe par un fichier comme si c’était un dossier',
    en: 'goes through a file as if it were a folder',
  },
  EISDIR: { fr: 'est un dossier, pas un fichier', en: 'is a folder, not a file' },
  ENAMETOOLONG: { fr: 'a un nom trop long', en: 'has too long a name' },
  ELOOP: { fr: 'est un lien qui tourne en rond', en: 'is a link that leads back to itself' },
  EIO: { fr: 'est sur un disque en panne', en: 'is on a failing disk' },
};
const TO_READ: typeof CODES = {
  ...CODES,
  EACCES: { fr: 'n’est pas lisible avec vos droits', en: 'cannot be read with your permissions' },
  EPERM: { fr: 'n’est pas lisible avec vos droits', en: 'cannot be read with your permissions' },
  ERR_FS_FILE_TOO_LARGE: { fr: 'est trop grand', en: 'is too large' },
};
const TO_WRITE: typeof CODES = {
  ...CODES,
  ENOENT: { fr: 'est dans un dossier qui n’existe pas', en: 'is in a folder that does not exist' },
  EACCES: { fr: 'ne peut pas être écrit avec vos droits', en: 'is not yours to write' },
  EPERM: { fr: 'ne peut pas être écrit avec vos droits', en: 'is not yours to write' },
  EROFS: { fr: 'est sur un disque en lecture seule', en: 'is on a read-only disk' },
  ENOSPC: { fr: 'est sur un disque plein', en: 'is on a full disk' },
  EDQUOT: { fr: 'dépasse votre part du disque', en: 'exceeds your share of the disk' },
  EFBIG: { fr: 'est trop grand pour ce disque', en: 'is too large for this disk' },
};

/** The system's word for it (a string: a Stop has a `code` too, the number it ends with). */
function codeOf(error: unknown): string | undefined {
  const code = error instanceof Error ? (error as { code?: unknown }).code : undefined;
  return typeof code === 'string' ? code : undefined;
}

/** Ends the command because a file cannot be read. What is no error of the disk is thrown on. */
export function unreadable(path: string, error: unknown): never {
  const code = codeOf(error);
  if (code === undefined) throw error;
  const { fr, en } = TO_READ[code] ?? {
    fr: `ne peut pas être lu (${code})`,
    en: `cannot be read (${code})`,
  };
  return stop(`« ${path} » ${fr} ; donnez-en un autre.`, `"${path}" ${en}; give another one.`);
}

/** Ends the command because a file cannot be written. What is no error of the disk is thrown on. */
export function unwritable(path: string, error: unknown): never {
  const code = codeOf(error);
  if (code === undefined) throw error;
  const { fr, en } = TO_WRITE[code] ?? {
    fr: `ne peut pas être écrit (${code})`,
    en: `cannot be written (${code})`,
  };
  return stop(
    `« ${path} » ${fr} ; choisissez un autre endroit.`,
    `"${path}" ${en}; choose another place.`,
    FAILED,
  );
}

/** What is said where the figures themselves cannot be written: where they were sent is full… */
export function outputLost(error: NodeJS.ErrnoException): Says {
  const code = error.code ?? error.message;
  const { fr, en } = TO_WRITE[code] ?? {
    fr: `ne peut pas être écrite (${code})`,
    en: `cannot be written (${code})`,
  };
  return {
    fr: `La sortie ${fr} ; elle n’est pas complète : envoyez-la ailleurs.`,
    en: `The output ${en}; it is not complete: send it elsewhere.`,
  };
}
