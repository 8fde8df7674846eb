import type { LawSpec } from '../kernel/laws.ts';
import type { Law } from './law.ts';

/** The law of the scenario (seconds) as the kernel takes it (milliseconds). */
export function lawInMs(law: Law): LawSpec {
  switch (law.law) {
    case 'infinite':
      return { law: 'infinite' };
    case 'deterministic':
      return { law: law.law, value: law.valueS * 1_000, zero: law.zero };
    case 'exponential':
      return { law: law.law, mean: law.meanS * 1_000, zero: law.zero };
    case 'uniform':
      return { law: law.law, min: law.minS * 1_000, max: law.maxS * 1_000, zero: law.zero };
    case 'gamma':
    case 'lognormal':
      return { law: law.law, mean: law.meanS * 1_000, cv: law.cv, zero: law.zero };
    case 'weibull':
      return { law: law.law, mean: law.meanS * 1_000, shape: law.shape, zero: law.zero };
    case 'hyperexponential':
      return {
        law: law.law,
        phases: law.phases.map((phase) => ({ share: phase.share, mean: phase.meanS * 1_000 })),
        zero: law.zero,
      };
    case 'empirical':
      return {
        law: law.law,
        values: law.valuesS.map((value) => value * 1_000),
        cumulative: law.cumulative,
        tailMean: law.tailMeanS === undefined ? undefined : law.tailMeanS * 1_000,
        zero: law.zero,
      };
  }
}
