import type { PublicView } from '../words/public-view.ts';
import accueilCalme from './catalogue/accueil-calme.json' with { type: 'json' };
import accueilHumain from './catalogue/accueil-humain.json' with { type: 'json' };
import accueilNormal from './catalogue/accueil-normal.json' with { type: 'json' };
import accueilTendu from './catalogue/accueil-tendu.json' with { type: 'json' };
import banque1999 from './catalogue/banque-1999.json' with { type: 'json' };
import banqueArbitree from './catalogue/banque-arbitree.json' with { type: 'json' };
import dixConseillers from './catalogue/dix-conseillers.json' with { type: 'json' };
import grandCentre from './catalogue/grand-centre.json' with { type: 'json' };
import jourDeNeige from './catalogue/jour-de-neige.json' with { type: 'json' };
import petitClassique from './catalogue/petit-classique.json' with { type: 'json' };
import petitStandard from './catalogue/petit-standard.json' with { type: 'json' };
import plusOnSePresse from './catalogue/plus-on-se-presse.json' with { type: 'json' };
import sangFroid from './catalogue/sang-froid.json' with { type: 'json' };
import standardHopital from './catalogue/standard-hopital.json' with { type: 'json' };
import { expectedCalls } from './cost.ts';
import { peopleOf } from './people.ts';
import { publicViewOf } from './public-view.ts';
import { readScenario } from './read.ts';
import { desksOf, type Scenario } from './scenario.ts';

/** The scenarios that ship with the product, as files: read like any other, and run by a test. */

const FILES: ReadonlyMap<string, unknown> = new Map<string, unknown>([
  ['petit-standard', petitStandard],
  ['accueil-calme', accueilCalme],
  ['accueil-normal', accueilNormal],
  ['accueil-tendu', accueilTendu],
  ['accueil-humain', accueilHumain],
  ['plus-on-se-presse', plusOnSePresse],
  ['dix-conseillers', dixConseillers],
  ['sang-froid', sangFroid],
  ['banque-arbitree', banqueArbitree],
  ['standard-hopital', standardHopital],
  ['jour-de-neige', jourDeNeige],
  ['petit-classique', petitClassique],
  ['banque-1999', banque1999],
  ['grand-centre', grandCentre],
]);

/**
 * Their ids: first the days whose talks are arbitrated, which have the dilemma, the smallest centre
 * first; then the classical ones, likewise. Who opens a room is offered the first.
 */
export const CATALOGUE_IDS: readonly string[] = [...FILES.keys()];

/** The file of a catalogue scenario, as written (a copy), or undefined. */
export const catalogueFile = (id: string): unknown => copy(FILES.get(id));

const copy = (file: unknown): unknown =>
  file === undefined ? undefined : JSON.parse(JSON.stringify(file));

const read = new Map<string, Scenario>();

/** A catalogue scenario, ready to run, or undefined. Always the same object for the same id. */
export function catalogueScenario(id: string): Scenario | undefined {
  const known = read.get(id);
  if (known !== undefined || !FILES.has(id)) return known;
  const reading = readScenario(FILES.get(id));
  if (!reading.ok) throw new Error(`catalogue/${id}.json: ${reading.problems[0]?.says.en ?? ''}`);
  read.set(id, reading.scenario);
  return reading.scenario;
}

/** What one may know of a catalogue scenario before a room opens it. */
export interface CatalogueCard {
  readonly id: string;
  readonly publicView: PublicView;
  /** Calls expected in a day, or recorded. */
  readonly calls: number;
  readonly agents: number;
  /** The length of a call is a decision here. */
  readonly arbitrated: boolean;
  /** It has human parts, which are hypotheses: it can be played without them. */
  readonly people: boolean;
}

/** The card of a scenario, of the catalogue or not. */
export const cardOf = (id: string, scenario: Scenario): CatalogueCard => ({
  id,
  publicView: publicViewOf(scenario),
  calls: Math.round(expectedCalls(scenario)),
  agents: scenario.groups.reduce((sum, group) => sum + desksOf(group), 0),
  arbitrated: scenario.arbitration !== undefined,
  people: peopleOf(scenario).length > 0,
});

/** One card for each scenario of the catalogue. */
export const catalogue = (): CatalogueCard[] =>
  CATALOGUE_IDS.flatMap((id) => {
    const scenario = catalogueScenario(id);
    return scenario === undefined ? [] : [cardOf(id, scenario)];
  });
