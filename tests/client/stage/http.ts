import type {
  CatalogueEntry,
  OpenedRoom,
  OpenRoomAsk,
  Reply,
  RoomCard,
  WhatIf,
} from '../../../models/doors/live.ts';
import { cardOf, problem, publicViewOf } from '../../../models/doors/scenario.ts';
import { STATION } from '../station.ts';
import { SAME, TEN } from './scenes.ts';

/** Stands where the HTTP calls stand. */
const publicView = publicViewOf(STATION);
const clock = { at: 0, speed: 10, paused: true, over: false };
const entry = (id: string, change: object, calls: number, agents: number): CatalogueEntry => ({
  id,
  publicView: { ...publicView, ...change },
  calls,
  agents,
  arbitrated: false,
  people: false,
});

const BANK = {
  name: { fr: 'La banque, un mardi de 1999', en: 'The bank, a Tuesday of 1999' },
  about: {
    fr: 'Dix-huit heures du centre d’appels d’une banque, reconstruites à partir de ses archives publiées : la pointe de dix heures, le creux de midi, et le soir qui s’étire.',
    en: 'Eighteen hours of a bank’s call centre, rebuilt from its published records: the peak at ten, the dip at noon, and the long evening.',
  },
  source: {
    fr: 'Mandelbaum, Sakov et Zeltyn, Empirical Analysis of a Call Center, 2000.',
    en: 'Mandelbaum, Sakov and Zeltyn, Empirical Analysis of a Call Center, 2000.',
  },
};
const LARGE = {
  name: { fr: 'Le grand plateau', en: 'The large floor' },
  about: { fr: 'Trois cents conseillers, cinq files.', en: 'Three hundred agents, five lines.' },
};

export const getScenarios = async (): Promise<Reply<{ scenarios: CatalogueEntry[] }>> => {
  const how = new URLSearchParams(location.search).get('catalogue');
  if (how === 'refused')
    return {
      ok: false,
      problem: problem(
        'E_BUSY',
        '',
        'Le serveur ne répond pas. Réessayez.',
        'The server does not answer. Try again.',
      ),
    };
  if (how === 'empty') return { ok: true, scenarios: [] };
  return {
    ok: true,
    scenarios: [
      entry('station', {}, 168, 6),
      entry('bank', BANK, 1_118, 14),
      entry('large', LARGE, 12_480, 300),
      { ...cardOf('ten', TEN), ...{ arbitrated: true } },
    ],
  };
};

export const openRoom = async (_: OpenRoomAsk): Promise<Reply<OpenedRoom>> => ({
  ok: true,
  code: 'FRES-H222',
  hostToken: 'host',
});

export const getRoom = async (code: string): Promise<Reply<RoomCard>> =>
  code.startsWith('NO')
    ? {
        ok: false,
        problem: problem(
          'E_UNKNOWN',
          'code',
          'Aucune salle n’a ce code ; vérifiez-le sur l’écran de l’animateur.',
          'No room has this code; check it on the facilitator’s screen.',
        ),
      }
    : { ok: true, code, publicView, clock, people: 0, teams: 1 };

export const getNetwork = async (): Promise<Reply<{ origin: string | null }>> => ({
  ok: true,
  origin: 'http://192.168.7.5:3000',
});

export const getWhatIf = async (_: string): Promise<Reply<WhatIf>> => {
  if (new URLSearchParams(location.search).get('same') !== 'refused') return { ok: true, ...SAME };
  const says = ['Cette journée n’a pas de variantes.', 'This day has no other ways.'] as const;
  return { ok: false, problem: problem('E_STATE', '', ...says) };
};
