import { RULES_VERSION } from '../../models/doors/live.ts';
import {
  recordedDays,
  type Validated,
  validate as validateDays,
} from '../../models/doors/records.ts';
import { isProblem, type Scenario } from '../../models/doors/scenario.ts';
import { widenInlining } from '../jobs/inlining.ts';
import { Studies } from '../jobs/studies.ts';
import { Bar } from './bar.ts';
import { readScenarioNamed } from './files.ts';
import { type FittingOptions, fitted, madeOf } from './fit.ts';
import { seedOf, threadsOf, wholeNumber } from './numbers.ts';
import { DONE, FAILED, type Terminal, unplayed } from './terminal.ts';
import { asValidationCsv, asValidationJson, asValidationText } from './validate-text.ts';

/** `contretemps validate`: the fitted day, or another, simulated against the recorded ones. */

export interface ValidateOptions extends FittingOptions {
  readonly scenario?: string;
  readonly replications: string;
  readonly seed: string;
  readonly threads?: string;
  readonly json?: boolean;
  readonly csv?: boolean;
}

export async function validate(
  path: string,
  options: ValidateOptions,
  terminal: Terminal,
): Promise<number> {
  widenInlining();
  const days = wholeNumber('--replications', options.replications, 20, 20_000);
  const seed = seedOf(options.seed);
  const threads = threadsOf(options);
  const given: Scenario | null =
    options.scenario === undefined ? null : await readScenarioNamed(options.scenario);
  const { fit, reading } = await fitted(path, options, terminal);
  const { day, scenario } = madeOf(fit);
  const bar = new Bar(terminal);
  const what = {
    ...{ reading, days: day.days, scenario: given ?? scenario, handling: fit.handling },
    seen: day,
  };
  const validation = await validateDays(
    recordedDays(what),
    what.scenario,
    { days, seed },
    new Studies({ threads }),
    (done) => bar.show(done, days),
  ).finally(() => bar.stop());
  if (isProblem(validation)) throw unplayed(validation);
  const report: Validated = { rules: RULES_VERSION, validation, fit, label: day.label };
  if (options.json) terminal.out(asValidationJson(report));
  else if (options.csv) terminal.out(asValidationCsv(report));
  else terminal.out(asValidationText(report, terminal.language));
  return options.strict && reading.counts.unusable > 0 ? FAILED : DONE;
}
