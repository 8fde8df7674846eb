/**
 * Closed forms and exact chains: what the simulation is checked against, and what stands beside it
 * on a planner's page with the assumptions that explain the gap. Rates and times are in one unit of
 * the caller's choice. A bad argument throws a RangeError that names it.
 */
export * from '../policies/paces.ts';
export {
  erlangB,
  erlangC,
  extendedErlangB,
  fewestAgents,
  fillingUp,
  linesFor,
  loadFor,
  type Patient,
  patientLine,
  singleAgentWait,
  type Traffic,
  withShrinkage,
} from './theory/erlang.ts';
export {
  type Bounded,
  boundedLine,
  erlangA,
  type Impatient,
  impatientLine,
  type Outcomes,
  type ServiceLevels,
  serviceLevels,
} from './theory/impatient.ts';
export { offeredAtEnds, offeredByInterval, offeredLoad } from './theory/offered.ts';
export { type Orbit, orbitLine, type Returning } from './theory/orbit.ts';
export { type PacedOrbit, pacedOrbit, type Unresolved } from './theory/pace.ts';
export { type Costs, type Prices, prices } from './theory/price.ts';
export { type WithReturns, withReturns } from './theory/returns.ts';
export {
  exponentialSurvival,
  FOREVER,
  type Survival,
  survivalFrom,
  survivalOf,
} from './theory/survival.ts';
export { type OpeningDay, openingDay, type Stretch, stretch } from './theory/transient.ts';
