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
}

type Sentence = (n: number, what: string) => readonly [fr: string, en: string];

const SENTENCES = {
  dateOrder: (_n, what) => [
    `Dans ces dates, le jour et le mois peuvent s’échanger ; elles sont lues ${what === 'dmy' ? 'jour d’abord' : 'mois d’abord'} : dites-le avec --date-order.`,
    `In these dates day and month could be exchanged; they are read ${what === 'dmy' ? 'day first' : 'month first'}: say so with --date-order.`,
  ],
  zoneUnknown: (n) => [
    `${n} instants sont donnés avec leur décalage (UTC) et lus tels quels ; donnez le fuseau du centre avec --zone.`,
    `${n} instants come with their offset (UTC) and are read as written; give the centre’s zone with --zone.`,
  ],
  decimals: (_n, what) => [
    `Dans « ${what} », la marque devant trois chiffres est prise pour celle des milliers ; sinon, dites-le avec --decimal.`,
    `In "${what}", the mark before three digits is taken for that of thousands; if not, say so with --decimal.`,
  ],
  hoursMinutes: (_n, what) => [
    `« ${what} » est lu en heures et minutes : il ne s’accorde qu’ainsi avec les moments de l’appel.`,
    `"${what}" is read as hours and minutes: only so does it agree with the moments of the call.`,
  ],
  duplicates: (n) => [
    `${n} lignes en double, laissées de côté.`,
    `${n} rows stand there twice; the second is left aside.`,
  ],
  merged: (n) => [
    `${n} lignes continuent un contact déjà lu (transferts) : réunies en un seul appel.`,
    `${n} rows go on with a contact already read (transfers): merged into one call.`,
  ],
  totals: (n) => [`${n} lignes de total laissées de côté.`, `${n} rows of totals are left aside.`],
  outbound: (n) => [`${n} appels sortants laissés de côté.`, `${n} outbound calls are left aside.`],
  negativeWait: (n) => [
    `${n} attentes négatives, lues comme nulles ; les horloges ne s’accordent pas.`,
    `${n} waits are negative and read as none; the clocks do not agree.`,
  ],
  waitDiffers: (n) => [
    `${n} appels dont l’attente ne va pas du début de file au début de service (plus de 3 s d’écart) ; c’est l’attente écrite qui compte.`,
    `${n} calls whose wait does not lead from the start of the queue to that of service (over 3 s apart); the wait as written counts.`,
  ],
  lostAtOnce: (n) => [
    `${n} abandons sans attente : sont-ils allés jusqu’à la file ?`,
    `${n} abandoned without waiting: did they get as far as the queue?`,
  ],
  lostWithoutWait: (n) => [
    `${n} abandons dont l’attente n’est pas écrite : leur patience est supposée.`,
    `${n} abandoned calls do not say how long they waited: their patience is supposed.`,
  ],
  zeroIsNone: (n) => [
    `${n} moments à zéro pris pour « n’a pas eu lieu ».`,
    `${n} moments of zero are taken for "did not happen".`,
  ],
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
  twoAtOnce: (n) => [
    `${n} appels commencent alors que leur conseiller en a un autre en ligne.`,
    `${n} calls begin while their agent has another on the line.`,
  ],
  gaps: (n, what) => [
    `${n} jours manquent parmi les autres : ${what}.`,
    `${n} days are missing among the others: ${what}.`,
  ],
  pastMidnight: (n, what) => [
    `${n} appels d’après minuit comptent avec la veille (la journée commence à ${what}).`,
    `${n} calls after midnight count with the day before (the day begins at ${what}).`,
  ],
  twiceInterval: (n) => [
    `${n} intervalles écrits plusieurs fois : leurs appels s’ajoutent.`,
    `${n} intervals are written several times: their calls add up.`,
  ],
  notKept: (n) => [
    `${n} appels de plus sont comptés sans être gardés un à un ; découpez le fichier pour les simuler.`,
    `${n} more calls are counted without being kept one by one; split the file to simulate them.`,
  ],
} satisfies Record<string, Sentence>;

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
        return { kind, count, lines, says: { fr, en } };
      });
  }
}
