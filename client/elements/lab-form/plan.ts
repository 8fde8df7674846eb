import { html, svg, type TemplateResult } from 'lit';
import { callsBetween, intervalCount, type Scenario } from '../../../models/doors/scenario.ts';
import { clockTime, figure } from '../../text/figures.ts';
import { labEditWords } from '../../text/lab-edit.ts';

const HEIGHT = 100;

/** When the day opens, milliseconds after midnight. */
export function opensAtMs(opensAt: unknown): number {
  const [h = 0, m = 0] = String(opensAt ?? '09:00')
    .split(':')
    .map(Number);
  return Number.isFinite(h + m) ? (60 * h + m) * 60_000 : 0;
}

const summed = (n: number, profiles: readonly (number | readonly number[])[]): number[] =>
  Array.from({ length: n }, (_, i) =>
    profiles.reduce<number>((sum, one) => sum + (typeof one === 'number' ? one : (one[i] ?? 0)), 0),
  );

/** First calls per hour, interval by interval: by rates, in bursts and as recorded. */
function perHourOf(scenario: Scenario, n: number): number[] {
  const { intervalMin, lengthMin } = scenario.day;
  return Array.from({ length: n }, (_, i) => {
    const [from, to] = [i * intervalMin, Math.min((i + 1) * intervalMin, lengthMin)];
    const calls = scenario.types.reduce(
      (sum, _type, t) => sum + callsBetween(scenario, t, from * 60_000, to * 60_000),
      0,
    );
    return Number(((60 * calls) / (to - from)).toFixed(6));
  });
}

const steps = (values: readonly number[], most: number): string =>
  values
    .map(
      (value, i) =>
        `${i === 0 ? 'M' : 'V'}${i === 0 ? `0,${y(value, most)}` : y(value, most)}H${i + 1}`,
    )
    .join('');
const y = (value: number, most: number): string => (HEIGHT - (96 * value) / most).toFixed(2);

/** The day one is writing: its calls as bars, its agents as a line, each to its own height. */
export function plan(scenario: Scenario): TemplateResult {
  const words = labEditWords();
  const n = intervalCount(scenario);
  const volume = perHourOf(scenario, n);
  const staff = summed(
    n,
    scenario.groups.map(({ staff }) => staff),
  );
  const [mostCalls, mostStaff] = [Math.max(...volume, 1e-9), Math.max(...staff, 1e-9)];
  const opening = opensAtMs(scenario.day.opensAt);
  const time = (i: number) => clockTime(opening + i * scenario.day.intervalMin * 60_000);
  const gap = n > 100 ? 0 : 0.08;
  const bars = volume.map(
    (value, i) => `M${i + gap},${HEIGHT}V${y(value, mostCalls)}H${i + 1 - gap}V${HEIGHT}Z`,
  );
  const said = (values: readonly number[], most: number): [string, string] => [
    figure(most, Number.isInteger(most) ? 0 : 1),
    time(values.indexOf(most)),
  ];
  return html`<figure class="plan" aria-label=${words.plan}>
    <svg viewBox="0 0 ${n} ${HEIGHT}" preserveAspectRatio="none" aria-hidden="true">
      ${svg`<path class="bars" d=${bars.join('')}></path>`}
      ${svg`<path class="ground" d=${`M0,${HEIGHT}H${n}`}></path>`}
      ${svg`<path class="staff" d=${steps(staff, mostStaff)}></path>`}
    </svg>
    <div class="ends" aria-hidden="true">
      <span>${time(0)}</span>
      <span>${clockTime(opening + scenario.day.lengthMin * 60_000)}</span>
    </div>
    <figcaption>
      <span><i class="bar"></i>${words.volume(...said(volume, mostCalls))}</span>
      <span><i class="stroke"></i>${words.staff(...said(staff, mostStaff))}</span>
    </figcaption>
  </figure>`;
}
