import type { Says } from '../../words/problem.ts';

/** What was read and is used, but looks as if it were not meant so. */

export type SuspicionKind = keyof typeof SENTENCES;

export interface Suspicion {
  readonly kind: SuspicionKind;
  /** Rows, days or agents concerned. */
  readonly count: number;
  /** The first lines of the file concerned. */
  readonly lines: readonly number[];
  readonly says: Says;
  /** The option of the command line that settles it; '' where there is none. */
  readonly option: string;
}

type Sentence = (n: number, what: string) => readonly [fr: string, en: string];

/** One or several, in French (where 0 is one) and in English: the words that follow the number. */
const forms = (
  n: number,
  [frOne, frMany]: readonly [string, string],
  [enOne, enMany]: readonly [string, string],
): readonly [fr: string, en: string] => [
  `${n} ${n < 2 ? frOne : frMany}`,
  `${n} ${n === 1 ? enOne : enMany}`,
];

const SENTENCES = {
  dateOrder: (_n, what) => [
    `Dans ces dates, le jour et le mois peuvent s’échanger ; elles sont lues ${what === 'dmy' ? 'jour d’abord' : 'mois d’abord'} : dites si c’est l’inverse.`,
    `In these dates day and month could be exchanged; they are read ${what === 'dmy' ? 'day first' : 'month first'}: say so if it is the other way.`,
  ],
  otherDates: (n, what) =>
    forms(
      n,
      [
        `date n’existe pas dans l’ordre des autres : ${what} ; corrigez-la.`,
        `dates n’existent pas dans l’ordre des autres : ${what} ; corrigez-les.`,
      ],
      [
        `date does not exist in the order of the others: ${what}; correct it.`,
        `dates do not exist in the order of the others: ${what}; correct them.`,
      ],
    ),
  zoneUnknown: (n) =>
    forms(
      n,
      [
        'instant est donné avec son décalage (UTC) et lu tel quel ; donnez le fuseau du centre.',
        'instants sont donnés avec leur décalage (UTC) et lus tels quels ; donnez le fuseau du centre.',
      ],
      [
        'instant comes with its offset (UTC) and is read as written; give the centre’s zone.',
        'instants come with their offset (UTC) and are read as written; give the centre’s zone.',
      ],
    ),
  decimals: (_n, what) => [
    `Dans « ${what} », la marque devant trois chiffres est prise pour celle des milliers ; dites si c’est celle des décimales.`,
    `In "${what}", the mark before three digits is taken for that of thousands; say so if it is that of decimals.`,
  ],
  hoursMinutes: (_n, what) => [
    `« ${what} » est lu en heures et minutes : il ne s’accorde qu’ainsi avec les moments de l’appel.`,
    `"${what}" is read as hours and minutes: only so does it agree with the moments of the call.`,
  ],
  duplicates: (n) =>
    forms(
      n,
      ['ligne en double, laissée de côté.', 'lignes en double, laissées de côté.'],
      [
        'row stands there twice; the second is left aside.',
        'rows stand there twice; the second of each is left aside.',
      ],
    ),
  alike: (n) =>
    forms(
      n,
      [
        'ligne est pareille à une autre, sans numéro d’appel ni réponse d’un conseiller nommé : elle compte comme un autre appel.',
        'lignes sont pareilles à une autre, sans numéro d’appel ni réponse d’un conseiller nommé : elles comptent comme d’autres appels.',
      ],
      [
        'row is the same as another, with no call number nor named agent who answered: it counts as another call.',
        'rows are the same as another, with no call number nor named agent who answered: they count as other calls.',
      ],
    ),
  merged: (n) =>
    forms(
      n,
      [
        'ligne continue un contact déjà lu (transfert) : réunie en un seul appel.',
        'lignes continuent un contact déjà lu (transferts) : réunies en un seul appel.',
      ],
      [
        'row goes on with a contact already read (a transfer): merged into one call.',
        'rows go on with a contact already read (transfers): merged into one call.',
      ],
    ),
  totals: (n) =>
    forms(
      n,
      ['ligne de total laissée de côté.', 'lignes de total laissées de côté.'],
      ['row of totals is left aside.', 'rows of totals are left aside.'],
    ),
  outbound: (n) =>
    forms(
      n,
      ['appel sortant laissé de côté.', 'appels sortants laissés de côté.'],
      ['outbound call is left aside.', 'outbound calls are left aside.'],
    ),
  negativeWait: (n) =>
    forms(
      n,
      [
        'attente négative, lue comme nulle ; les horloges ne s’accordent pas.',
        'attentes négatives, lues comme nulles ; les horloges ne s’accordent pas.',
      ],
      [
        'wait is negative and read as none; the clocks do not agree.',
        'waits are negative and read as none; the clocks do not agree.',
      ],
    ),
  waitDiffers: (n) =>
    forms(
      n,
      [
        'appel dont l’attente ne va pas du début de file au début de service (plus de 3 s d’écart) ; c’est l’attente écrite qui compte.',
        'appels dont l’attente ne va pas du début de file au début de service (plus de 3 s d’écart) ; c’est l’attente écrite qui compte.',
      ],
      [
        'call whose wait does not lead from the start of the queue to that of service (over 3 s apart); the wait as written counts.',
        'calls whose wait does not lead from the start of the queue to that of service (over 3 s apart); the wait as written counts.',
      ],
    ),
  lostAtOnce: (n) =>
    forms(
      n,
      [
        'abandon sans attente : est-il allé jusqu’à la file ?',
        'abandons sans attente : sont-ils allés jusqu’à la file ?',
      ],
      [
        'abandoned without waiting: did it get as far as the queue?',
        'abandoned without waiting: did they get as far as the queue?',
      ],
    ),
  lostWithoutWait: (n) =>
    forms(
      n,
      [
        'abandon dont l’attente n’est pas écrite : sa patience est supposée.',
        'abandons dont l’attente n’est pas écrite : leur patience est supposée.',
      ],
      [
        'abandoned call does not say how long it waited: its patience is supposed.',
        'abandoned calls do not say how long they waited: their patience is supposed.',
      ],
    ),
  zeroIsNone: (n) =>
    forms(
      n,
      [
        'moment à zéro pris pour « n’a pas eu lieu ».',
        'moments à zéro pris pour « n’a pas eu lieu ».',
      ],
      [
        'moment of zero is taken for "did not happen".',
        'moments of zero are taken for "did not happen".',
      ],
    ),
  placeholder: (n, what) => [
    `« ${what} » n’apparaît que sur des appels abandonnés (${n}) : ce n’est pas un conseiller.`,
    `"${what}" appears only on abandoned calls (${n}): it is no agent.`,
  ],
  longTalk: (_n, what) => [
    `L’entretien moyen dure ${what} : plus d’une heure. Ce sont peut-être des minutes lues comme des heures.`,
    `The mean talk lasts ${what}: above an hour. Minutes may have been read as hours.`,
  ],
  minutes: (_n, what) => [
    `L’entretien moyen dure ${what} : ce sont peut-être des minutes lues comme des secondes.`,
    `The mean talk lasts ${what}: minutes may have been read as seconds.`,
  ],
  twoAtOnce: (n) =>
    forms(
      n,
      [
        'appel commence alors que son conseiller en a un autre en ligne.',
        'appels commencent alors que leur conseiller en a un autre en ligne.',
      ],
      [
        'call begins while its agent has another on the line.',
        'calls begin while their agent has another on the line.',
      ],
    ),
  gaps: (n, what) =>
    forms(
      n,
      [`jour manque parmi les autres : ${what}.`, `jours manquent parmi les autres : ${what}.`],
      [`day is missing among the others: ${what}.`, `days are missing among the others: ${what}.`],
    ),
  pastMidnight: (n, what) =>
    forms(
      n,
      [
        `appel d’après minuit compte avec la veille (la journée commence à ${what}).`,
        `appels d’après minuit comptent avec la veille (la journée commence à ${what}).`,
      ],
      [
        `call after midnight counts with the day before (the day begins at ${what}).`,
        `calls after midnight count with the day before (the day begins at ${what}).`,
      ],
    ),
  countsDiffer: (n) =>
    forms(
      n,
      [
        'intervalle a plus d’appels répondus et abandonnés que d’appels offerts.',
        'intervalles ont plus d’appels répondus et abandonnés que d’appels offerts.',
      ],
      [
        'interval has more calls answered and abandoned than offered.',
        'intervals have more calls answered and abandoned than offered.',
      ],
    ),
  twiceInterval: (n) =>
    forms(
      n,
      [
        'intervalle écrit plusieurs fois : ses appels s’ajoutent.',
        'intervalles écrits plusieurs fois : leurs appels s’ajoutent.',
      ],
      [
        'interval is written several times: its calls add up.',
        'intervals are written several times: their calls add up.',
      ],
    ),
  sumInterval: (n) =>
    forms(
      n,
      [
        'ligne est la somme d’intervalles plus courts de la même heure : laissée de côté.',
        'lignes sont la somme d’intervalles plus courts des mêmes heures : laissées de côté.',
      ],
      [
        'row sums up shorter intervals of the same time and is left aside.',
        'rows sum up shorter intervals of the same times and are left aside.',
      ],
    ),
  overlapInterval: (n) =>
    forms(
      n,
      [
        'intervalle commence avant la fin d’un autre : le temps commun compte deux fois ; vérifiez ces lignes.',
        'intervalles commencent avant la fin d’un autre : le temps commun compte deux fois ; vérifiez ces lignes.',
      ],
      [
        'interval begins before another has ended: the time they share counts twice; check these rows.',
        'intervals begin before another has ended: the time they share counts twice; check these rows.',
      ],
    ),
  longInterval: (n) =>
    forms(
      n,
      [
        'intervalle est plus long que le pas du tableau : ses appels sont répartis également sur sa durée.',
        'intervalles sont plus longs que le pas du tableau : leurs appels sont répartis également sur leur durée.',
      ],
      [
        'interval is longer than the steps of the table: its calls are spread evenly over its time.',
        'intervals are longer than the steps of the table: their calls are spread evenly over their time.',
      ],
    ),
  sparseInterval: (n) =>
    forms(
      n,
      [
        'intervalle est plus éloigné des autres que le pas du tableau : il est lu comme durant un pas ; écrivez sa fin s’il dure plus.',
        'intervalles sont plus éloignés entre eux que le pas du tableau : ils sont lus comme durant un pas ; écrivez leur fin s’ils durent plus.',
      ],
      [
        'interval is farther from the others than the steps of the table: it is read as lasting one step; write its end if it lasts longer.',
        'intervals are farther apart than the steps of the table: they are read as lasting one step; write their ends if they last longer.',
      ],
    ),
  intervalsNotKept: (n) =>
    forms(
      n,
      [
        'intervalle de plus est compté sans être gardé ; découpez le fichier.',
        'intervalles de plus sont comptés sans être gardés ; découpez le fichier.',
      ],
      [
        'more interval is counted without being kept; split the file.',
        'more intervals are counted without being kept; split the file.',
      ],
    ),
  notKept: (n) =>
    forms(
      n,
      [
        'appel de plus est compté sans être gardé ; découpez le fichier pour le simuler.',
        'appels de plus sont comptés sans être gardés un à un ; découpez le fichier pour les simuler.',
      ],
      [
        'more call is counted without being kept; split the file to simulate it.',
        'more calls are counted without being kept one by one; split the file to simulate them.',
      ],
    ),
} satisfies Record<string, Sentence>;

/** What settles it, as the command line calls it: a page has a choice beside the sentence. */
const SETTLED: Readonly<Partial<Record<SuspicionKind, string>>> = {
  dateOrder: '--date-order',
  zoneUnknown: '--zone',
  decimals: '--decimal',
};

const LINES = 5;

export class Suspicions {
  private readonly found = new Map<
    string,
    { kind: SuspicionKind; what: string; count: number; lines: number[] }
  >();

  /** @param what a name or a figure that the sentence shows */
  note(kind: SuspicionKind, line: number, count = 1, what = ''): void {
    const key = what === '' ? kind : `${kind} ${what}`;
    let one = this.found.get(key);
    if (one === undefined) {
      one = { kind, what, count: 0, lines: [] };
      this.found.set(key, one);
    }
    one.count += count;
    if (one.lines.length < LINES && line > 0) one.lines.push(line);
  }

  /** All of them, in the order in which they are best read. */
  list(): Suspicion[] {
    const order = Object.keys(SENTENCES);
    return [...this.found.values()]
      .sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind))
      .map(({ count, kind, lines, what }) => {
        const [fr, en] = (SENTENCES[kind] as Sentence)(count, what);
        return { kind, count, lines, says: { fr, en }, option: SETTLED[kind] ?? '' };
      });
  }
}
