import { language } from './language.ts';
import { typesetAll } from './typeset.ts';

/** The words of the report that recomputes itself, and of what is taken away, French first. */
const fr = {
  takeAway: {
    link: 'Emporter le labo (un fichier)',
    says: 'Il s’ouvre d’un double clic, sans réseau ni installation.',
  },
  save: {
    button: 'Rapport qui se recalcule',
    says: 'Un fichier : les chiffres, le scénario et le moteur. Il s’ouvre hors ligne et refait le calcul.',
    failed: 'Le modèle du rapport ne répond pas ; rechargez la page, puis réessayez.',
    file: 'rapport',
  },
  figures: {
    title: 'Emporter',
    buttons: {
      xlsx: 'Classeur (XLSX)',
      csvComma: 'CSV à virgules décimales',
      csvPoint: 'CSV à points décimaux',
      json: 'JSON',
    },
    says: 'Les chiffres et les choix qui les fondent ; les mêmes que donne contretemps staff.',
    failed: 'Ce fichier n’a pas pu être écrit ; rechargez la page, puis réessayez.',
    file: 'effectif',
  },
  title: 'Rapport · Contretemps',
  kicker: {
    staff: 'Rapport : combien de personnes',
    schedule: 'Rapport : cet horaire tient-il ?',
  },
  damaged: 'Ce rapport ne peut pas être montré',
  empty: 'Ce fichier est un modèle de rapport, encore vide : le labo le remplit.',
  peak: (hours: string) => `conseillers au plus fort ; ${hours} heures de présence dans la journée`,
  check: {
    title: 'Recalcul',
    label: 'Avancement du recalcul',
    coming: 'Les chiffres imprimés sont recalculés dans cette page…',
    days: (played: string, planned: string) => `${played} journées jouées sur ${planned}`,
    left: (time: string) => `encore ${time} environ`,
    stop: 'Arrêter',
    again: 'Recalculer',
    stopped: 'Recalcul arrêté : les chiffres imprimés n’ont pas été vérifiés.',
    same: 'recalculé : identique',
    sameSays: 'Les mêmes journées, jouées de nouveau dans cette page, donnent les mêmes chiffres.',
    reworded: (n: string, many: boolean) =>
      many
        ? `Cette version dit ${n} phrases autrement qu’elles ne sont imprimées ; les chiffres sont les mêmes.`
        : 'Cette version dit une phrase autrement qu’elle n’est imprimée ; les chiffres sont les mêmes.',
    seeWords: 'Les deux formulations',
    different: (n: string, many: boolean) =>
      `recalculé : ${n} ${many ? 'chiffres diffèrent' : 'chiffre diffère'}`,
    differentSays:
      'Ce qui est imprimé n’est pas ce que donnent ces journées : le fichier a été modifié ou abîmé.',
    more: (n: string) => `et ${n} autres`,
    path: 'où',
    printed: 'imprimé',
    recomputed: 'recalculé',
    others: (theirs: string, ours: string) =>
      `Imprimé selon les règles ${theirs} : cette version (règles ${ours}) ne peut pas le recalculer. Les chiffres sont ceux de l’impression.`,
    hash: 'Empreinte (SHA-256)',
    recomputedHash: 'Empreinte recalculée',
  },
  choices: {
    title: 'Ce que veulent dire ces chiffres',
    rules: 'Règles',
    made: 'Fait par Contretemps. Ce fichier contient son moteur : il ne demande rien à personne.',
  },
  other: {
    title: 'Les mêmes appelants, un autre jour',
    says: 'L’effectif imprimé, devant d’autres exigences. Rien ici n’est la réponse imprimée.',
    mark: 'n’est pas la réponse imprimée',
    bound: {
      serviceLevel: 'Cible, % des appels',
      abandonment: 'Abandons, % au plus',
      asa: 'Attente moyenne, s au plus',
    },
    on: { days: '% des jours', months: '% des mois' },
    volume: 'Volume d’appels, %',
    agents: 'Conseillers en plus ou en moins',
    interval: 'dans l’intervalle qui commence à',
    back: 'Revenir à l’imprimé',
    search: 'Chercher l’effectif',
    working: 'Les journées se jouent…',
    asPrinted: 'Comme imprimé.',
    holds: (share: string, days: string) => `Tenu ${share} ${days}.`,
    enough: (on: string) => `C’est assez : ${on} demandés.`,
    short: (on: string) => `Ce n’est pas assez : ${on} demandés.`,
    days: 'des jours',
    months: 'des mois',
    found: 'Effectif cherché pour cet autre jour',
  },
};

type ReportTexts = typeof fr;

const en: ReportTexts = {
  takeAway: {
    link: 'Take the lab away (one file)',
    says: 'It opens with a double click, without network or installation.',
  },
  save: {
    button: 'Report that recomputes itself',
    says: 'One file: the figures, the scenario and the engine. It opens offline and does the sums again.',
    failed: 'The template of the report does not answer; load the page again, then retry.',
    file: 'report',
  },
  figures: {
    title: 'Take it away',
    buttons: {
      xlsx: 'Workbook (XLSX)',
      csvComma: 'CSV with decimal commas',
      csvPoint: 'CSV with decimal points',
      json: 'JSON',
    },
    says: 'The figures, and the choices they rest on; the same as contretemps staff gives.',
    failed: 'This file could not be written; load the page again, then retry.',
    file: 'staffing',
  },
  title: 'Report · Contretemps',
  kicker: { staff: 'Report: how many people', schedule: 'Report: does this schedule hold?' },
  damaged: 'This report cannot be shown',
  empty: 'This file is a template of reports, still empty: the lab fills it.',
  peak: (hours) => `agents at the peak; ${hours} hours of presence over the day`,
  check: {
    title: 'Recomputed',
    label: 'How far the recomputing has come',
    coming: 'The printed figures are being computed again in this page…',
    days: (played, planned) => `${played} of ${planned} days played`,
    left: (time) => `about ${time} left`,
    stop: 'Stop',
    again: 'Recompute',
    stopped: 'Stopped: the printed figures have not been checked.',
    same: 'recomputed: identical',
    sameSays: 'The same days, played again in this page, give the same figures.',
    reworded: (n, many) =>
      many
        ? `This version words ${n} sentences differently from what is printed; the figures are the same.`
        : 'This version words one sentence differently from what is printed; the figures are the same.',
    seeWords: 'Both wordings',
    different: (n, many) => `recomputed: ${n} ${many ? 'figures differ' : 'figure differs'}`,
    differentSays:
      'What is printed is not what these days give: the file was changed, or is damaged.',
    more: (n) => `and ${n} more`,
    path: 'where',
    printed: 'printed',
    recomputed: 'recomputed',
    others: (theirs, ours) =>
      `Printed by the rules ${theirs}: this version (rules ${ours}) cannot compute it again. The figures are those that were printed.`,
    hash: 'Fingerprint (SHA-256)',
    recomputedHash: 'Fingerprint, recomputed',
  },
  choices: {
    title: 'What these figures mean',
    rules: 'Rules',
    made: 'Made by Contretemps. This file has the engine inside: it asks nobody for anything.',
  },
  other: {
    title: 'The same callers, another day',
    says: 'The printed staffing, held to something else. Nothing here is the printed answer.',
    mark: 'not the printed answer',
    bound: {
      serviceLevel: 'Target, % of calls',
      abandonment: 'Abandoned, at most %',
      asa: 'Mean wait, at most s',
    },
    on: { days: '% of days', months: '% of months' },
    volume: 'Volume of calls, %',
    agents: 'Agents more or fewer',
    interval: 'in the interval that begins at',
    back: 'Back to what is printed',
    search: 'Look for the staffing',
    working: 'Days are being played…',
    asPrinted: 'As printed.',
    holds: (share, days) => `It holds on ${share} ${days}.`,
    enough: (on) => `That is enough: ${on} asked for.`,
    short: (on) => `That is not enough: ${on} asked for.`,
    days: 'of days',
    months: 'of months',
    found: 'Staffing looked for, this other day',
  },
};

const FRENCH = typesetAll(fr);

export const reportWords = (): ReportTexts => (language() === 'fr' ? FRENCH : en);

/** The name of a file, without its ending: what it is, and of what. */
export const fileNamed = (what: string, name: string): string =>
  `${what}-${name.replace(/[^\p{L}\p{N}]+/gu, '-')}`;
