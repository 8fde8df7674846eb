import { type LawSpec, Sampler } from '../../kernel/laws.ts';
import type { Curve } from '../../policies/curve.ts';
import { ruledSpread } from '../../policies/energy.ts';
import { nextMatter } from '../../policies/outcome.ts';
import type { Pacing } from '../../policies/pacing.ts';
import { PatienceKinds } from '../../policies/patience-kinds.ts';
import { PeakedPatience } from '../../policies/peaks.ts';
import type { Arbitration } from '../../scenario/arbitration.ts';
import type { ContactType, Scenario } from '../../scenario/scenario.ts';
import { fixedMinOf, pacingsOf } from './pacing-plan.ts';
import type { ReturnPlan } from './plan.ts';

/** What waiting callers are told (RULES W9). */
export type AnnouncePlan = NonNullable<Arbitration['announce']>;

/** When callers are called back instead of waiting long (RULES W10; MODEL 3.5). */
export interface CallBackPlan {
  /** Offered to those who are told of a longer wait, ms. */
  readonly offerAboveMs: number;
  /** Share that accepts; share that is not there when called. */
  readonly accept: number;
  readonly unreachable: number;
  readonly deadlineMs: number;
  /** Agents of a group kept free for those who call. */
  readonly reserve: number;
  /** Cost of a minute away from the line, over one on it. */
  readonly waitCost: number;
}

/** What the arbitration of time adds to a plan (RULES P, R): durations in ms, once for all days. */
export interface TalkPlan {
  /** Talks are memoryless: one at pace m ends at rate 1/m. Else they are worked to a goal. */
  readonly exponential: boolean;
  /** Welcome and discovery, before work on the solution. */
  readonly openingMs: number;
  /** From the decision to conclude to the release of the line: explanation, taking leave. */
  readonly closingMs: number;
  /** Both: what a talk lasts even when nothing is solved. */
  readonly fixedMs: number;
  /** Times in ms. */
  readonly curve: Curve;
  /** The team's policy, then those that groups have of their own. */
  readonly policies: readonly PolicyPlan[];
  /** Which of them each group follows. */
  readonly policyOf: readonly number[];
  /** Does any of them make agents conclude for those who wait? */
  readonly coordinated: boolean;
  /** After a contact that resolved nothing; after one that did. */
  readonly back: ReturnPlan;
  readonly next: ReturnPlan;
  /** The same, of those to whom nothing was explained. */
  readonly nextUnexplained: ReturnPlan;
  /** How much more a caller needs who comes back, and how much of the work done is kept. */
  readonly needGrowth: number;
  readonly carryOver: number;
  /** What waiting callers are told; null where nothing is. */
  readonly announce: AnnouncePlan | null;
  /** When callers are called back; null where they never are. */
  readonly callBack: CallBackPlan | null;
  /** Callers due after closing still call, and are served. Else they will call tomorrow. */
  readonly afterClosing: boolean;
}

/** What an agent does with a call once it has opened: works, hands it on, or drops it. */
export const INTENT = { work: 0, handOn: 1, drop: 2 } as const;

/** How long talks are meant to last, made ready for a day. */
export interface PolicyPlan {
  /** The policy of each interval; the last one holds from then on. */
  readonly pacings: readonly Pacing[];
  /** True where each call that waits makes one agent conclude. */
  readonly coordinated: boolean;
  /** True where the price is weighed against each caller's own need. */
  readonly needAware: boolean;
  /** Work below which hurrying is self-defeating, and the most a need-aware policy gives. */
  readonly leastMs: number;
  readonly mostMs: number;
}

const MINUTE_MS = 60_000;
const ms = (minutes: number): number => Math.round(minutes * MINUTE_MS);

const nextShare = ({ returns }: Arbitration, explained: number): number =>
  nextMatter(returns.nextProbability, returns.autonomy, explained);

/** The arbitration of a scenario, made ready; null in a classical world. */
export function talkPlanOf(scenario: Scenario): TalkPlan | null {
  const { arbitration } = scenario;
  if (arbitration === undefined) return null;
  const { handling, resolution, returns } = arbitration;
  const own = scenario.groups.flatMap(({ policy }) => (policy === undefined ? [] : [policy]));
  const policies = [arbitration.policy, ...own].map((policy) =>
    policyPlan(scenario, { ...arbitration, policy }),
  );
  return {
    exponential: arbitration.execution === 'exponential',
    openingMs: ms(Math.max(0, handling.fixedMin - handling.closingMin)),
    closingMs: ms(handling.closingMin + handling.explainMin),
    fixedMs: ms(fixedMinOf(arbitration)),
    curve: { ...resolution, tau: resolution.tauMin * MINUTE_MS },
    policies,
    coordinated: policies.some(({ coordinated }) => coordinated),
    policyOf: scenario.groups.map(({ policy }) => (policy ? 1 + own.indexOf(policy) : 0)),
    back: returning(returns.backProbability, returns.backDelayMin),
    next: returning(nextShare(arbitration, 1), returns.backDelayMin),
    nextUnexplained: returning(nextShare(arbitration, 0), returns.backDelayMin),
    needGrowth: returns.needGrowth,
    carryOver: returns.carryOver,
    announce: arbitration.announce ?? null,
    callBack: callBackPlan(arbitration),
    afterClosing: returns.afterClosing,
  };
}

/** A policy of this arbitration, made ready. */
export function policyPlan(scenario: Scenario, arbitration: Arbitration): PolicyPlan {
  const fixedMin = fixedMinOf(arbitration);
  const { floorMin, pacings } = pacingsOf(scenario, arbitration);
  return {
    pacings,
    coordinated: pacings.some(({ coordinated }) => coordinated),
    needAware: pacings.some(({ needAware }) => needAware),
    leastMs: ms(Math.max(0, floorMin - fixedMin)),
    mostMs: ms(arbitration.policy.capMin),
  };
}

function callBackPlan({ callback, gestures }: Arbitration): CallBackPlan | null {
  if (callback === undefined) return null;
  // Nobody is offered it; a person may still promise it.
  if (callback.accept === 0 && gestures === undefined) return null;
  const { accept, deadlineMin, offerAboveMin, reserve, unreachable, waitCost } = callback;
  const [offerAboveMs, deadlineMs] = [ms(offerAboveMin), ms(deadlineMin)];
  return { accept, deadlineMs, offerAboveMs, reserve, unreachable, waitCost };
}

const returning = (probability: number, delayMin: number): ReturnPlan => ({
  probability,
  delay: new Sampler({ law: 'exponential', mean: delayMin * MINUTE_MS }),
});

/** After giving up: what the type says, or else the arbitration. */
export function redialPlan(type: ContactType, scenario: Scenario, own: ReturnPlan): ReturnPlan {
  const { arbitration } = scenario;
  if (arbitration === undefined || type.redial.probability > 0) return own;
  const { redialDelayMin, redialProbability } = arbitration.returns;
  return returning(redialProbability, redialDelayMin);
}

/** After-call work: what the type says, or else the arbitration. */
export function wrapUpLaw(scenario: Scenario, own: LawSpec): LawSpec {
  const wrapUpMin = scenario.arbitration?.handling.wrapUpMin ?? 0;
  const none = own.law === 'deterministic' && own.value === 0;
  return none ? { law: 'deterministic', value: wrapUpMin * MINUTE_MS } : own;
}

/** What callers of a type need, 1 being usual. */
export function needSampler(type: ContactType, arbitration: Arbitration | undefined): Sampler {
  const mean = type.need?.mean ?? 1;
  const spread = type.need?.cv ?? arbitration?.need.cv ?? 0;
  const cv = ruledSpread(spread, arbitration?.supports?.rules ?? 0);
  if (arbitration?.need.law === 'exponential') return new Sampler({ law: 'exponential', mean });
  return new Sampler(
    cv > 0 ? { law: 'lognormal', mean, cv } : { law: 'deterministic', value: mean },
  );
}

/** Patience as a law of hazard: messages while waiting make some give up (MODEL 3.2). */
export function patienceKinds(own: LawSpec, arbitration: Arbitration | undefined): PatienceKinds {
  const announce = arbitration?.announce;
  if (announce === undefined || announce.peakMass === 0) return new PatienceKinds(own);
  const { peakMass, peaksMin, peakWidthMin } = announce;
  const peaksMs = peaksMin.map(ms);
  const widthMs = peakWidthMin * MINUTE_MS;
  return new PatienceKinds(own, (law) => new PeakedPatience(law, peaksMs, peakMass, widthMs));
}
