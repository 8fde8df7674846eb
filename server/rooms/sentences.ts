import { type Problem, problem } from '../../models/doors/scenario.ts';

/** What the rooms answer when something cannot be done: what is wrong, and what to do. */

export const UNKNOWN_ROOM = problem(
  'E_UNKNOWN',
  'code',
  'Aucune salle n’a ce code ; vérifiez-le sur l’écran de l’animateur.',
  'No room has this code; check it on the facilitator’s screen.',
);
export const NOT_JOINED = problem(
  'E_STATE',
  '',
  'Entrez d’abord dans une salle.',
  'Join a room first.',
);
export const ONE_ROOM = problem(
  'E_STATE',
  'code',
  'Cette fenêtre est déjà dans une autre salle ; ouvrez celle-ci dans une nouvelle fenêtre.',
  'This window is already in another room; open this one in a new window.',
);
export const UNKNOWN_SEAT = problem(
  'E_TOKEN',
  'token',
  'Votre place n’existe plus dans cette salle ; retapez le code de la salle à l’accueil pour en prendre une autre.',
  'Your seat no longer exists in this room; type the room code on the home page again to get a new one.',
);
export const NOT_HOST = problem(
  'E_TOKEN',
  'host',
  'Ce lien d’animateur n’est pas celui de cette salle ; copiez-le de nouveau depuis la page de la salle, sur l’appareil qui l’a ouverte.',
  'This host link is not that of this room; copy it again from the room’s page, on the device that opened it.',
);
export const HOST_ONLY = problem(
  'E_FORBIDDEN',
  '',
  'Seul l’animateur règle l’horloge et la porte ; demandez-lui, ou ouvrez son lien d’animateur.',
  'Only the facilitator sets the clock and the door; ask them, or open their host link.',
);
export const ELSEWHERE = problem(
  'E_TOKEN',
  '',
  'Votre place est ouverte dans une autre fenêtre ; rechargez cette page pour la reprendre ici.',
  'Your seat is open in another window; reload this page to take it back here.',
);
export const NO_SEAT = problem(
  'E_FORBIDDEN',
  '',
  'D’ici, vous ne pouvez que regarder ; pour agir, prenez un poste avec le code de la salle.',
  'From here you can only watch; to act, take a desk with the room code.',
);
export const NO_DESK = problem(
  'E_STATE',
  '',
  'Vous ne tenez pas de poste ; prenez-en un d’abord.',
  'You hold no desk; take one first.',
);
export const ONE_PRICE = problem(
  'E_RATE',
  '',
  'Cette salle calcule un prix à la fois, et au plus un toutes les deux secondes ; redemandez-le dans un instant.',
  'This room works out one price at a time, at most one every two seconds; ask again in a moment.',
);
export const ONE_DEBRIEF = problem(
  'E_RATE',
  '',
  'Un calcul est déjà en cours pour vous ; attendez sa réponse.',
  'A computation is already under way for you; wait for its answer.',
);
export const NO_LONGER = problem(
  'E_VERSION',
  '',
  'Cette journée a été jouée avec d’autres règles : ce qui n’avait pas été demandé alors ne peut plus être calculé.',
  'This day was played with other rules: what was not asked then can no longer be worked out.',
);
export const NOT_ALONE = problem(
  'E_FORBIDDEN',
  '',
  'D’autres ont joué cette journée : ce qu’ils ont fait est à eux, et n’entre dans aucun fichier.',
  'Others played this day: what they did is theirs, and goes into no file.',
);
export const OTHER_DESK = problem(
  'E_FORBIDDEN',
  'agent',
  'Ce poste n’est pas le vôtre ; prenez-le d’abord s’il est libre.',
  'This desk is not yours; take it first if it is free.',
);
export const OTHER_TEAM = problem(
  'E_FORBIDDEN',
  'day',
  'Ce poste est celui d’une autre équipe ; prenez-en un dans la vôtre.',
  'This desk belongs to another team; take one in your own.',
);
export const HAS_DESK = problem(
  'E_STATE',
  'agent',
  'Vous tenez déjà un poste ; quittez-le avant d’en prendre un autre.',
  'You already hold a desk; leave it before you take another one.',
);
export const RESERVED_DESK = problem(
  'E_STATE',
  'agent',
  'Ce poste est gardé pour une personne qui s’est absentée ; choisissez-en un autre.',
  'This desk is kept for someone who is away; choose another one.',
);
export const ROOM_FULL = problem(
  'E_BUSY',
  '',
  'Cette salle est pleine ; demandez à l’animateur d’en ouvrir une autre.',
  'This room is full; ask the facilitator to open another one.',
);
export const LOG_FULL = problem(
  'E_SIZE',
  '',
  'Cette salle a reçu trop d’ordres pour une journée ; ouvrez-en une nouvelle.',
  'This room has received too many commands for one day; open a new one.',
);
export const NOT_STORED = problem(
  'E_STORAGE',
  '',
  'Rien n’a pu être enregistré, donc rien n’a été fait ; la salle repartira d’elle-même dès que le disque le permettra.',
  'Nothing could be saved, so nothing was done; the room will go on by itself once the disk allows it.',
);
export const ROOM_SPENT = problem(
  'E_SIZE',
  '',
  'Cette salle a rempli sa part du disque : sa journée s’arrête là, et reste à regarder. Ouvrez-en une autre.',
  'This room has filled its share of the disk: its day stops here, and stays to be looked at. Open another one.',
);
export const BROKEN = problem(
  'E_INTERNAL',
  '',
  'Une erreur de notre part a fermé cette salle ; son enregistrement est gardé. Ouvrez-en une autre.',
  'An error on our side closed this room; its record is kept. Open another one.',
);
export const INTERNAL = problem(
  'E_INTERNAL',
  '',
  'Une erreur de notre part a empêché de répondre ; réessayez.',
  'An error on our side prevented an answer; try again.',
);
export const TOO_FAST = problem(
  'E_RATE',
  '',
  'Trop de demandes à la fois ; attendez quelques secondes.',
  'Too many requests at once; wait a few seconds.',
);
/** Of a code that is tested later, right or wrong: it may be shown again after `waitMs`. */
export const codeWaits = (waitMs: number): Problem => {
  const s = Math.ceil(waitMs / 1_000);
  return {
    ...problem(
      'E_RATE',
      'code',
      `Trop de codes erronés ont été tapés depuis ce réseau ; celui-ci sera essayé de lui-même dans ${s} s.`,
      `Too many wrong codes were typed from this network; this one will be tried by itself in ${s} s.`,
    ),
    afterMs: waitMs,
  };
};
/** Of newcomers that come faster than a room takes them in. */
export const crowded = (waitMs: number): Problem => ({
  ...problem(
    'E_RATE',
    '',
    'Beaucoup de monde entre en même temps ; vous entrerez de vous-même dans un instant.',
    'Many people are coming in at once; you will come in by yourself in a moment.',
  ),
  afterMs: waitMs,
});
/** Of a seat that is kept out for a while, since it asked far too much. */
export const keptOut = (waitMs: number): Problem => ({
  ...problem(
    'E_RATE',
    '',
    `Cette place a envoyé trop de demandes ; elle rouvrira d’elle-même dans ${Math.ceil(waitMs / 1_000)} s.`,
    `This seat has sent too many requests; it will open again by itself in ${Math.ceil(waitMs / 1_000)} s.`,
  ),
  afterMs: waitMs,
});
/** Of one address that opened as many rooms as it may in an hour. */
export const tooManyOpened = (waitMs: number): Problem => {
  const min = Math.ceil(waitMs / 60_000);
  return problem(
    'E_RATE',
    '',
    `Trop de salles ont été ouvertes depuis ce réseau ; réessayez dans ${min} min.`,
    `Too many rooms were opened from this network; try again in ${min} min.`,
  );
};
export const LOCKED = problem(
  'E_FORBIDDEN',
  'role',
  'L’animateur a fermé la porte de cette salle : qui y a déjà une place y revient, les autres peuvent regarder l’écran de la salle.',
  'The facilitator has locked this room: whoever has a seat in it comes back to it, others can watch its wall.',
);
export const SEAT_FULL = problem(
  'E_SIZE',
  '',
  'Cette place a envoyé trop d’ordres pour une journée ; la salle continue sans elle.',
  'This seat has sent too many commands for one day; the room goes on without it.',
);
export const SERVER_FULL = problem(
  'E_BUSY',
  '',
  'Ce serveur ne peut pas tenir une salle de plus ; réessayez quand une autre sera finie.',
  'This server cannot hold one more room; try again when another one is over.',
);
export const SERVER_SLOW = problem(
  'E_BUSY',
  '',
  'Ce serveur est trop chargé pour ouvrir une salle maintenant ; réessayez dans une minute.',
  'This server is too busy to open a room now; try again in a minute.',
);
/** Of a room that was played with other rules: why nothing of it changes any more. */
export const otherRules = (version: string): Problem =>
  problem(
    'E_VERSION',
    'rules',
    `Cette salle date d’une autre version du programme (règles ${version}) : on peut la regarder, pas la continuer.`,
    `This room was played with another version of the program (rules ${version}): it can be looked at, not continued.`,
  );
export const OTHER_FORMAT = problem(
  'E_VERSION',
  'code',
  'Cette salle a été écrite par une autre version du programme ; ouvrez-la avec cette version-là.',
  'This room was written by another version of the program; open it with that version.',
);
export const UNKNOWN_DAY = problem(
  'E_UNKNOWN',
  'day',
  'Cette salle n’a pas de journée de ce numéro ; la première est 0.',
  'This room has no day of this number; the first one is 0.',
);
export const PAGE_OLDER = problem(
  'E_VERSION',
  'wire',
  'Cette page est plus ancienne que le serveur ; rechargez-la.',
  'This page is older than the server: reload it.',
);
export const PAGE_NEWER = problem(
  'E_VERSION',
  'wire',
  'Cette page est plus récente que le serveur ; rechargez-la, ou mettez le serveur à jour.',
  'This page is newer than the server: reload it, or update the server.',
);
export const NOT_OVER = problem(
  'E_STATE',
  '',
  'La journée n’est pas finie ; redemandez à la fin.',
  'The day is not over; ask again at its end.',
);
export const DAMAGED = problem(
  'E_DESYNC',
  'code',
  'L’enregistrement de cette salle est abîmé ; il est gardé tel quel. Ouvrez une nouvelle salle.',
  'The record of this room is damaged; it is kept as it is. Open a new room.',
);
export const NO_SPACE = problem(
  'E_STORAGE',
  '',
  'Le disque du serveur est plein ; libérez de la place puis réessayez.',
  'The server’s disk is full; free some space, then try again.',
);
export const NO_STORAGE = problem(
  'E_STORAGE',
  '',
  'Le serveur n’arrive pas à lire ou à écrire ses données ; réessayez, et si cela dure, voyez son journal.',
  'The server cannot read or write its data; try again, and if it lasts, see its log.',
);
export const tooManyFacts = (most: number, expected: number): Problem =>
  problem(
    'E_COST',
    '',
    `Cette journée ferait environ ${expected} faits ; une salle en tient ${most} : baissez perHour ou la durée du jour.`,
    `This day would make about ${expected} facts; a room holds ${most}: lower perHour or the length of the day.`,
  );
/** Of the clock of a room of several. */
export const tooFastTogether = (most: number): Problem =>
  problem(
    'E_RANGE',
    'speed',
    `À plusieurs, l’allure ne dépasse pas × ${most} : plus vite, personne n’aurait le temps de décrocher.`,
    `Where several play the speed is × ${most} at most: any faster, and nobody could answer in time.`,
  );
export const ON_A_CALL = problem(
  'E_STATE',
  'toNextCall',
  'Quelqu’un est avec un client : le temps ne peut pas passer plus vite ; redemandez à la fin de l’appel.',
  'Somebody is with a caller: time cannot go faster; ask again once that call is over.',
);
export const ROOM_ONLY = problem(
  'E_FORBIDDEN',
  'kind',
  'Seule la salle dit combien de temps un appel sonne ; changez plutôt l’allure.',
  'Only the room says how long a call rings; change the speed instead.',
);
