/**
 * The columns a table may have, under the names people give them. A name is compared without case,
 * accents, punctuation or unit: `Début file (s)` is `debutfile`.
 */

/** What a column may be taken for. Durations in seconds unless their unit says otherwise. */
const NAMES = {
  day: ['date', 'jour', 'datejour', 'journee', 'calldate', 'dateappel', 'day'],
  time: [
    ...['time', 'heure', 'starttime', 'start', 'debut', 'heuredebut', 'calltime', 'heureappel'],
    ...['arrival', 'arrivaltime', 'arrivee', 'heurearrivee', 'timestamp', 'datetime', 'horodatage'],
    ...['dateheure', 'datedebut', 'startdate', 'calldatetime', 'conversationstart', 'callstart'],
    ...['debutappel', 'callstarttime', 'starttimestamp', 'createdat'],
  ],
  vruEntry: [
    ...['vruentry', 'entreesvi', 'entreeserveur', 'ivrentry', 'ivrstart', 'initiationtimestamp'],
    ...['connectedtosystemtimestamp'],
  ],
  vru: ['vru', 'vrutime', 'dureesvi', 'svi', 'dureeserveur', 'ivr', 'totalivr', 'ivrtime'],
  queueStart: [
    ...['queuestart', 'qstart', 'debutfile', 'debutattente', 'entreefile', 'enqueuetimestamp'],
    ...['queueenqueuetimestamp', 'queuedat', 'enqueuedat', 'queuestarttime', 'entreeenfile'],
    ...['queueentry', 'enterqueue'],
  ],
  queueEnd: [
    ...['queueend', 'qexit', 'qend', 'finfile', 'finattente', 'dequeuetimestamp', 'sortiefile'],
    ...['queuedequeuetimestamp', 'queueexit', 'abandontime', 'heureabandon'],
  ],
  queue: [
    ...['qtime', 'wait', 'attente', 'dureeattente', 'dureefile', 'speedofanswer', 'waittime'],
    ...['queuetime', 'queueduration', 'timeinqueue', 'waitduration', 'waitingtime', 'totalqueue'],
    ...['tempsattente', 'tempsdattente', 'delaireponse', 'delaidereponse', 'ringtime', 'asa'],
  ],
  outcome: [
    ...['outcome', 'result', 'issue', 'resultat', 'fin', 'answered', 'repondu', 'traite'],
    ...['decroche', 'status', 'statut', 'callstatus', 'statutappel', 'disposition', 'etat'],
    ...['callresult', 'resultatappel'],
  ],
  abandoned: ['abandoned', 'abandonne', 'abandon', 'isabandoned', 'abandonflag', 'abandons'],
  serviceStart: [
    ...['servicestart', 'serstart', 'debutservice', 'debuttraitement', 'reponse', 'answertime'],
    ...['connectedtoagenttimestamp', 'agentconnectedtoagenttimestamp', 'answeredat', 'connecttime'],
    ...['heurereponse', 'heuredecroche', 'answerat', 'connected', 'debutconversation'],
  ],
  end: [
    ...['end', 'endtime', 'enddate', 'serexit', 'serviceend', 'finservice', 'fintraitement'],
    ...['disconnecttimestamp', 'finappel', 'heurefin', 'datefin', 'conversationend', 'callend'],
    ...['endtimestamp', 'disconnectedat', 'hangupat', 'hanguptime', 'intervalend'],
    ...['intervalendtime', 'finintervalle', 'fin'],
  ],
  service: [
    ...['sertime', 'handling', 'dureeservice', 'traitement', 'dureetraitement', 'dureeappel'],
    ...['service', 'talk', 'talktime', 'talkduration', 'avgtalkduration', 'totaltalk', 'duration'],
    ...['agentinteractionduration', 'agentagentinteractionduration', 'handletime', 'dureecom'],
    ...['dureeconversation', 'tempsconversation', 'conversation', 'callduration', 'duree', 'dmt'],
    ...['tempscommunication', 'dureecommunication', 'talktimeduration', 'handleduration'],
  ],
  hold: [
    ...['hold', 'holdtime', 'totalhold', 'miseenattente', 'agentcustomerholdduration'],
    ...['customerholdduration', 'garde', 'dureegarde', 'holdduration'],
  ],
  wrap: [
    ...['acw', 'wrap', 'wrapup', 'totalacw', 'aftercallwork', 'aftercontactworkduration'],
    ...['agentaftercontactworkduration', 'cloture', 'dureecloture', 'postappel', 'wraptime'],
    ...['wrapuptime', 'acwtime'],
  ],
  agent: [
    ...['agent', 'server', 'conseiller', 'teleconseiller', 'operateur', 'agentusername'],
    ...['agentname', 'agentid', 'users', 'user', 'nomagent', 'nomconseiller', 'advisor'],
    ...['username', 'operator', 'conseillere', 'employee'],
  ],
  customer: [
    ...['customer', 'customerid', 'caller', 'client', 'clientid', 'appelant', 'ani', 'callerid'],
    ...['customerendpointaddress', 'remote', 'phone', 'phonenumber', 'telephone', 'numero'],
    ...['callernumber', 'numeroappelant', 'idclient'],
  ],
  priority: ['priority', 'priorite'],
  type: [
    ...['type', 'contacttype', 'typeappel', 'motif', 'categorie', 'queuename', 'queue', 'topic'],
    ...['nomfile', 'file', 'filedattente', 'skill', 'competence', 'category', 'calltype'],
    ...['skillname', 'split', 'vdn', 'reason', 'department'],
  ],
  id: [
    ...['contactid', 'callid', 'conversationid', 'id', 'idappel', 'numeroappel', 'interactionid'],
    ...['ucid', 'uniqueid', 'identifiant', 'initialcontactid', 'callkey', 'ticketid'],
  ],
  direction: ['direction', 'initiationmethod', 'sens', 'senscommunication', 'sensappel'],
  // Of interval tables
  interval: [
    ...['timeinterval', 'interval', 'intervalle', 'tranche', 'tranchehoraire', 'creneau'],
    ...['plage', 'plagehoraire', 'period', 'periode', 'halfhour', 'demiheure', 'intervalstart'],
    ...['debutintervalle', 'intervalstarttime', 'hour'],
  ],
  offered: [
    ...['callsoffered', 'offered', 'appelsentrants', 'appelsoffertes', 'appelsofferts', 'offerts'],
    ...['recus', 'appelsrecus', 'presentes', 'appelspresentes', 'volume', 'calls', 'appels'],
    ...['incomingcalls', 'contactsoffered', 'nombredappels', 'nbappels', 'entrants', 'received'],
    ...['callsreceived', 'callvolume', 'contacts', 'contactsqueued', 'inbound', 'noffered'],
  ],
  answered: [
    ...['callsanswered', 'callshandled', 'handled', 'appelstraites', 'traites', 'repondus'],
    ...['appelsrepondus', 'decroches', 'appelsdecroches', 'contactshandled', 'servis'],
    ...['appelsservis', 'answeredcalls', 'nanswered', 'callsanswer', 'handledcalls'],
    ...['answered', 'repondu', 'traite'],
  ],
  lost: [
    ...['callsabandoned', 'appelsabandonnes', 'abandonnes', 'appelsperdus', 'perdus'],
    ...['contactsabandoned', 'abandonedcalls', 'lostcalls', 'nabandoned', 'nabandon'],
    ...['abandoned', 'abandons', 'abandon', 'lost'],
  ],
  inTarget: [
    ...['withintarget', 'answeredintarget', 'answeredwithintarget', 'dansledelai', 'withinsl'],
    ...['withinservicelevel', 'traitesdansledelai', 'answeredwithinsl', 'inthreshold'],
  ],
  level: [
    ...['servicelevel', 'sl', 'niveaudeservice', 'ns', 'qs', 'qualitedeservice', 'tauxservice'],
    ...['servicelevelpercent', 'slpercent', 'slpct', 'sla', 'slapercent'],
  ],
  speed: [
    ...['averagespeedofanswer', 'asa', 'delaimoyendereponse', 'avgspeedofanswer', 'dmr'],
    ...['attentemoyenne', 'averagewait', 'avgwait', 'delaimoyen', 'avganswertime', 'tmr'],
    ...['tempsmoyendattente', 'averagequeueanswertime', 'dma', 'speedofanswer'],
  ],
  aht: [
    ...['averagehandletime', 'aht', 'dmt', 'avghandletime', 'dureemoyennedetraitement', 'handling'],
    ...['tempsmoyendetraitement', 'tmt', 'averagehandlingtime', 'handletime', 'dmtotale'],
    ...['dureemoyenne', 'averageduration', 'avgtalkduration', 'averagetalktime', 'dmc'],
  ],
  staffed: [
    ...['staffed', 'staff', 'agents', 'effectif', 'effectifs', 'conseillers', 'presents'],
    ...['agentsstaffed', 'staffedagents', 'positions', 'agentspresents', 'headcount'],
  ],
} as const satisfies Record<string, readonly string[]>;

export type Column = keyof typeof NAMES;
export const COLUMNS = Object.keys(NAMES) as readonly Column[];
export const namesOf = (column: Column): readonly string[] => NAMES[column];

/** A word as it is compared: `Début file (s)` is `debut_file_s`. */
export const bareWord = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/%/g, ' percent ')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_|_$/g, '');

/** What stands after a name without being part of it. */
const UNITS: readonly (readonly [end: RegExp, unit: 's' | 'ms' | 'min' | ''])[] = [
  [/_(in_|en_)?(ms|millis|milliseconds|millisecondes)$/, 'ms'],
  [/_(in_|en_)?(s|sec|secs|seconds|secondes)$/, 's'],
  [/_(in_|en_)?(min|mins|minutes|mn)$/, 'min'],
  [/_(y_n|o_n|oui_non|yes_no|utc|gmt|percent|hh_mm_ss|h_mm_ss|mm_ss|hh_mm)$/, ''],
];

/** A header's word without its unit, and the unit. */
export function nameAndUnit(header: string): {
  whole: string;
  name: string;
  unit: 's' | 'ms' | 'min' | '';
} {
  const bare = bareWord(header);
  const whole = bare.replace(/_/g, '');
  for (const [end, unit] of UNITS)
    if (end.test(bare)) return { whole, name: bare.replace(end, '').replace(/_/g, ''), unit };
  return { whole, name: whole, unit: '' };
}

const OUTCOMES: Readonly<Record<'served' | 'hungUp' | 'phantom', readonly string[]>> = {
  served: [
    ...['agent', 'served', 'answered', 'handled', 'servi', 'repondu', 'traite', 'decroche'],
    ...['conseiller', 'connected', 'completed', 'answer', 'y', 'yes', 'oui', 'o', 'true', 'vrai'],
    ...['1', 'connecte', 'abouti', 'resolved', 'transfer', 'transferred', 'transfere'],
  ],
  hungUp: [
    ...['hang', 'hangup', 'hung_up', 'abandon', 'abandoned', 'abandonne', 'raccroche', 'missed'],
    ...['unanswered', 'not_answered', 'no_answer', 'non_repondu', 'manque', 'lost', 'n', 'no'],
    ...['non', 'false', 'faux', '0', 'dropped', 'noanswer', 'abandonned', 'non_traite'],
  ],
  phantom: ['phantom', 'fantome', 'test'],
};
export type Outcome = keyof typeof OUTCOMES;
const OUTCOME_OF = new Map<string, Outcome>(
  (Object.keys(OUTCOMES) as Outcome[]).flatMap((outcome) =>
    OUTCOMES[outcome].map((word) => [word, outcome] as const),
  ),
);

export const outcomeOf = (cell: string): Outcome | undefined =>
  OUTCOME_OF.get(cell.toLowerCase()) ?? OUTCOME_OF.get(bareWord(cell));

/** Every outcome that is understood, for a sentence. */
export const outcomeWords = (): string => 'AGENT, HANG, PHANTOM, SERVI, ABANDON, FANTOME';
