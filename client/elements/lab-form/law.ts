import { html, nothing, svg, type TemplateResult } from 'lit';
import { drawnLaw, type FilePath, type Law } from '../../../models/doors/editing.ts';
import { figure } from '../../text/figures.ts';
import { labEditWords } from '../../text/lab-edit.ts';
import { choice } from './controls.ts';
import { block, type Form, over, titleSaid } from './form.ts';
import type { FormShape } from './shapes.ts';

type Kind = Law['law'];

/** Another law of about the same length, to begin with. */
function begun(kind: Kind, from: Readonly<Record<string, unknown>>): Law {
  const known = from['meanS'] ?? from['valueS'] ?? from['maxS'];
  const meanS = typeof known === 'number' && known > 0 ? known : 180;
  switch (kind) {
    case 'infinite':
      return { law: kind };
    case 'deterministic':
      return { law: kind, valueS: meanS };
    case 'exponential':
      return { law: kind, meanS };
    case 'uniform':
      return { law: kind, minS: 0, maxS: 2 * meanS };
    case 'gamma':
    case 'lognormal':
      return { law: kind, meanS, cv: 0.8 };
    case 'weibull':
      return { law: kind, meanS, shape: 0.8 };
    case 'hyperexponential':
      return {
        law: kind,
        phases: [
          { share: 0.5, meanS: meanS / 2 },
          { share: 0.5, meanS: 1.5 * meanS },
        ],
      };
    case 'empirical':
      return { law: kind, valuesS: [meanS, 2 * meanS], cumulative: [0.5, 1] };
  }
}

const STRETCHES = 48;

/** How likely each length is, as a small picture; what it shows is said beside it. */
function curve(law: Law): TemplateResult {
  const words = labEditWords();
  const { medianS, shares, untilS } = drawnLaw(law, STRETCHES);
  const most = Math.max(...shares, 1e-9);
  const bars = shares.map((share, i) => {
    const height = (38 * share) / most;
    return share === 0 ? '' : `M${i + 0.1},40V${(40 - height).toFixed(2)}H${i + 0.9}V40Z`;
  });
  const says =
    medianS === null ? words.curveEndless : words.curve(words.seconds(figure(Math.round(medianS))));
  return html`<figure class="curve">
    <svg viewBox="0 0 48 40" preserveAspectRatio="none" aria-hidden="true">
      ${svg`<path class="bars" d=${bars.join('')}></path>`}
      ${svg`<path class="ground" d="M0,40H48"></path>`}
    </svg>
    <div class="ends" aria-hidden="true">
      <span>0</span><span>${words.seconds(figure(Math.round(untilS)))}</span>
    </div>
    <figcaption class="label">${says}</figcaption>
  </figure>`;
}

/** The way of the law that the value means. */
const wayOf = (shape: FormShape, kind: unknown): FormShape | undefined =>
  shape.oneOf?.find(({ properties }) => properties?.['law']?.const === kind);

/** A law: which one, then its parameters, and what it looks like where it can be read. */
export function law(form: Form, path: FilePath, shape: FormShape): TemplateResult {
  const value = (form.value(path) ?? shape.default ?? {}) as Readonly<Record<string, unknown>>;
  const kinds = (shape.oneOf ?? []).map(({ properties }) => String(properties?.['law']?.const));
  const way = wayOf(shape, value['law']);
  const fields = Object.entries(way?.properties ?? {}).filter(([key]) => key !== 'law');
  const whole = form.faults(path, true).length === 0 && way !== undefined;
  const within = over(form, path, value);
  const chosen = (kind: string) => form.set(path, begun(kind as Kind, value));
  const at = [...path, 'law'];
  const told = fields.filter(
    ([key, { default: usual }]) => usual === undefined || value[key] !== undefined,
  );
  const zero = way?.properties?.['zero'];
  return block(
    form,
    path,
    shape,
    html`<div class="law">
      <div class="parameters">
        <div class="control">
          ${choice(within, at, { default: value['law'] }, kinds, chosen, `${titleSaid(path)}, ${titleSaid(at)}`)}
        </div>
        ${told.map(([key, one]) => form.field(within, [...path, key], one))}
        ${
          zero && !told.some(([key]) => key === 'zero')
            ? form.field(within, [...path, 'zero'], { ...zero, default: 0 })
            : nothing
        }
      </div>
      ${whole ? curve(value as unknown as Law) : nothing}
    </div>`,
    false,
  );
}
