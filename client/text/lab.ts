import { language } from './language.ts';
import { typesetAll } from './typeset.ts';

/** The words of the lab, French first. */
const fr = {
  title: 'Le labo · Contretemps',
  steps: {
    label: 'Les étapes',
    asked: {
      staff: 'Combien de personnes, et combien de jours cela tient ?',
      schedule: 'Combien de jours cet horaire tient-il ?',
    },
    question: 'La question',
    data: 'Vos données',
    centre: 'Votre centre',
    answer: 'La réponse',
    report: 'Le rapport',
  },
  question: {
    ask: 'Votre question',
    titles: { staff: 'Combien de personnes faut-il ?', schedule: 'Cet horaire tient-il ?' },
    schedule:
      'L’horaire jugé est l’effectif écrit dans ce centre, intervalle par intervalle ; celui d’un relevé est l’effectif qu’on y a vu.',
    about: 'De quel centre ?',
    current: (name: string) => `Le centre fait de « ${name} » est prêt.`,
    drop: 'Déposez un fichier ici',
    dropSays:
      'Relevé d’appels, tableau par intervalle (CSV, tableur) ou scénario (JSON). Il est lu ici même : rien ne quitte cet ordinateur.',
    choose: 'Choisir un fichier',
    reading: (name: string) => `Lecture de ${name}…`,
    or: 'ou partez d’une journée du catalogue',
    catalogue: 'Une journée du catalogue',
    size: (n: number, shown: string) => `${shown} ${n < 2 ? 'conseiller' : 'conseillers'}`,
    kept: 'Vos études',
    forget: (name: string) => `Oublier ${name}`,
    go: 'Calculer',
    needsCentre: 'Déposez d’abord un fichier, ou choisissez une journée.',
  },
  target: {
    title: 'Ce que vous visez',
    share: 'Part des appels à prendre à temps, en pour cent',
    percentOf: '% des appels pris en',
    within: 'Délai, en secondes',
    seconds: 's,',
    where: 'Où la cible doit tenir',
    by: {
      interval: 'dans chaque intervalle',
      'interval+': 'dans tous les intervalles à la fois',
      day: 'sur la journée entière',
      month: 'sur le mois',
    },
    on: 'au moins',
    ofDays: 'Part des jours, en pour cent',
    ofDaysShort: '% des jours',
    ofMonthsShort: '% des mois',
  },
  precision: {
    title: 'Précision de la réponse, et journées pour chaque effectif essayé',
    is: (points: string, days: string) =>
      `± ${points} ${points === '1' ? 'point' : 'points'} (${days} journées)`,
  },
  running: {
    working: 'Avancement du calcul',
    days: (played: string, planned: string) => `${played} journées jouées sur ${planned}`,
    left: (time: string) => `encore ${time} environ`,
    costs: (days: string, time: string) => `Environ ${days} journées à jouer : ${time}.`,
    cancel: 'Arrêter',
    stopped: 'Calcul arrêté.',
    again: 'Calculer',
    kept: 'Les journées déjà jouées sont gardées sur cet appareil : « Calculer » reprend là où le calcul s’est arrêté.',
    unasked: 'Rien n’est encore calculé pour cette question.',
    refused: 'Cette question reste sans réponse.',
    here: 'Calculé dans cette page : rien n’est envoyé nulle part.',
  },
  answer: {
    none: 'Choisissez d’abord un centre.',
    coming: 'Les journées se jouent…',
    atPeak: (hours: string) =>
      `conseillers au plus fort ; ${hours} heures de présence dans la journée`,
    more: 'En savoir plus',
    price: 'Ce que coûte la probabilité',
    gap: 'Pourquoi Erlang dit autre chose',
    sensitivity: 'Ce que la réponse suppose',
    takes: 'se calcule à la demande',
    keep: 'Garder cette étude',
    kept: (name: string) => `Gardée sur cet appareil : ${name}.`,
    notKept: 'Cet appareil refuse de garder quoi que ce soit : enregistrez le rapport.',
    print: 'Imprimer',
    link: 'Copier le lien',
    copied: 'Lien copié : il redonne la question, avec vos changements.',
    notCopied: 'Cet appareil refuse de copier : voici le lien, à copier vous-même.',
    linkLabel: 'Le lien vers cette question',
  },
  room: {
    open: 'Jouer cette journée',
    says: 'Ouvre une salle que vous animez ; le centre est alors envoyé au serveur de cette page.',
  },
  waterfall: { rises: 'la valeur monte', falls: 'la valeur descend' },
  staircase: {
    staff: 'Conseillers',
    volume: 'Appels par heure',
    step: (time: string, agents: string, holds: string, formula: string, rule: string) =>
      `${time} : ${agents} conseillers, tenu ${holds} des jours (formule ${rule} : ${formula})`,
    long: (most: string) => `Les conseillers requis, intervalle par intervalle : ${most} au plus.`,
    volumeLong: 'Les premiers appels attendus par heure.',
    sure: 'tient presque toujours',
    unsure: 'tient rarement',
    against: (rule: string) => `ce que demande la formule (${rule})`,
    data: {
      begins: 'début',
      planned: 'prévus',
      required: 'requis',
      holds: 'part des jours tenue',
      perHour: 'appels par heure',
    },
    planned: {
      step: (time: string, agents: string, holds: string, required: string) =>
        `${time} : ${agents} prévus, tenu ${holds} des jours (requis : ${required})`,
      long: (most: string) =>
        `Les conseillers prévus, intervalle par intervalle : ${most} au plus.`,
      against: 'ce qui est requis',
      fails: 'ne tient pas assez souvent',
    },
  },
  save: { svg: 'SVG', png: 'PNG', csv: 'CSV' },
};

type LabTexts = typeof fr;

const en: LabTexts = {
  title: 'The lab · Contretemps',
  steps: {
    label: 'Steps',
    asked: {
      staff: 'How many people, and on how many days does it hold?',
      schedule: 'On how many days does this schedule hold?',
    },
    question: 'The question',
    data: 'Your data',
    centre: 'Your centre',
    answer: 'The answer',
    report: 'The report',
  },
  question: {
    ask: 'Your question',
    titles: { staff: 'How many people are needed?', schedule: 'Does this schedule hold?' },
    schedule:
      'The schedule judged is the staff written in this centre, interval by interval; of records, the staff seen in them.',
    about: 'Which centre?',
    current: (name) => `The centre made of “${name}” is ready.`,
    drop: 'Drop a file here',
    dropSays:
      'Call records, a table by interval (CSV, spreadsheet) or a scenario (JSON). It is read right here: nothing leaves this computer.',
    choose: 'Choose a file',
    reading: (name) => `Reading ${name}…`,
    or: 'or begin with a day of the catalogue',
    catalogue: 'A day of the catalogue',
    size: (n, shown) => `${shown} ${n === 1 ? 'agent' : 'agents'}`,
    kept: 'Your studies',
    forget: (name) => `Forget ${name}`,
    go: 'Work it out',
    needsCentre: 'First drop a file, or choose a day.',
  },
  target: {
    title: 'What you aim at',
    share: 'Share of calls to answer in time, per cent',
    percentOf: '% of calls answered within',
    within: 'Time, seconds',
    seconds: 's,',
    where: 'Where the target must hold',
    by: {
      interval: 'in each interval',
      'interval+': 'in all intervals at once',
      day: 'over the whole day',
      month: 'over the month',
    },
    on: 'on at least',
    ofDays: 'Share of days, per cent',
    ofDaysShort: '% of days',
    ofMonthsShort: '% of months',
  },
  precision: {
    title: 'How precise the answer is, and days on which each staffing is tried',
    is: (points, days) => `± ${points} ${points === '1' ? 'point' : 'points'} (${days} days)`,
  },
  running: {
    working: 'How far it has come',
    days: (played, planned) => `${played} of ${planned} days played`,
    costs: (days, time) => `About ${days} days to play: ${time}.`,
    left: (time) => `about ${time} left`,
    cancel: 'Stop',
    stopped: 'Stopped.',
    again: 'Work it out',
    kept: 'The days already played are kept on this device: “Work it out” goes on from where it stopped.',
    unasked: 'Nothing has been worked out for this question yet.',
    refused: 'This question has no answer yet.',
    here: 'Worked out in this page: nothing is sent anywhere.',
  },
  answer: {
    none: 'First choose a centre.',
    coming: 'Days are being played…',
    atPeak: (hours) => `agents at the peak; ${hours} hours of presence over the day`,
    more: 'Look further',
    price: 'What probability costs',
    gap: 'Why Erlang says otherwise',
    sensitivity: 'What the answer supposes',
    takes: 'worked out when asked for',
    keep: 'Keep this study',
    kept: (name) => `Kept on this device: ${name}.`,
    notKept: 'This device refuses to keep anything: save the report.',
    print: 'Print',
    link: 'Copy the link',
    copied: 'Link copied: it gives the question back, with your changes.',
    notCopied: 'This device refuses to copy: here is the link, for you to copy.',
    linkLabel: 'The link to this question',
  },
  room: {
    open: 'Play this day',
    says: 'Opens a room with you as its host; the centre is then sent to the server of this page.',
  },
  waterfall: { rises: 'the value rises', falls: 'the value falls' },
  staircase: {
    staff: 'Agents',
    volume: 'Calls an hour',
    step: (time, agents, holds, formula, rule) =>
      `${time}: ${agents} agents, holds on ${holds} of days (${rule} formula: ${formula})`,
    long: (most) => `The agents required, interval by interval: ${most} at most.`,
    volumeLong: 'First calls expected an hour.',
    sure: 'holds nearly always',
    unsure: 'holds rarely',
    against: (rule) => `what the formula asks for (${rule})`,
    data: {
      begins: 'begins',
      planned: 'planned',
      required: 'required',
      holds: 'share of days that hold',
      perHour: 'calls an hour',
    },
    planned: {
      step: (time, agents, holds, required) =>
        `${time}: ${agents} planned, holds on ${holds} of days (required: ${required})`,
      long: (most) => `The agents planned, interval by interval: ${most} at most.`,
      against: 'what is required',
      fails: 'does not hold often enough',
    },
  },
  save: { svg: 'SVG', png: 'PNG', csv: 'CSV' },
};

const FRENCH = typesetAll(fr);

export const labWords = (): LabTexts => (language() === 'fr' ? FRENCH : en);
