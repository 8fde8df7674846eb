/** The door of scenarios: reading, editing, the catalogue, and what is refused in a sentence. */

export { callsBetween } from '../scenario/by-interval.ts';
export {
  CATALOGUE_IDS,
  cardOf,
  catalogue,
  catalogueFile,
  catalogueScenario,
} from '../scenario/catalogue.ts';
export {
  dayCost,
  expectedCalls,
  MAX_DAY_EVENTS,
  meanS,
  studyTooCostly,
} from '../scenario/cost.ts';
export { haveSameCallers, overridden } from '../scenario/overridden.ts';
export { peopleOf, withoutPeople } from '../scenario/people.ts';
export {
  type PacePolicyName,
  POLICY_NAMES,
  type PolicyName,
  STUDY_POLICIES,
} from '../scenario/policies.ts';
export { publicViewOf } from '../scenario/public-view.ts';
export { MAX_TEXT, MAX_TOLD, readJson, readScenario, readScenarioText } from '../scenario/read.ts';
export {
  desksOf,
  FORMAT,
  intervalCount,
  MAX_AGENTS,
  Scenario,
  type ScenarioFile,
  scenarioJsonSchema,
  textIn,
} from '../scenario/scenario.ts';
export { setPath } from '../scenario/set.ts';
export { stillSupposed } from '../scenario/supposed.ts';
export {
  isProblem,
  PROBLEM_CODES,
  type Problem,
  type ProblemCode,
  problem,
  type Says,
} from '../words/problem.ts';
export type { HumanPart, PolicyShown, PublicView } from '../words/public-view.ts';
