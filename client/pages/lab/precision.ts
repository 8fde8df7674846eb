import { html, type TemplateResult } from 'lit';
import type { StaffingAsk } from '../../../models/doors/study.ts';
import { figure } from '../../text/figures.ts';
import { labWords } from '../../text/lab.ts';

/** Days that may be asked for: figures that can be relied on, a fair idea, a first look. */
const DAYS = [700, 250, 60] as const;

/** By how much a share seen on so many days may be off, points, 19 times in 20. */
function pointsOff({ by, days, monthDays, on }: StaffingAsk): number {
  const seen = by === 'month' ? Math.max(1, Math.floor(days / monthDays)) : days;
  return Math.max(1, Math.round(196 * Math.sqrt((on * (1 - on)) / seen)));
}

/** On how many days each staffing is tried: what it costs follows. */
export function precisionChoice(ask: StaffingAsk, set: (days: number) => void): TemplateResult {
  const { precision } = labWords();
  const offered = [...new Set([...DAYS, ask.days])].sort((a, b) => b - a);
  return html`<label class="pick">
    <span class="label">${precision.title}</span>
    <select
      aria-label=${precision.title}
      @change=${(event: Event) => set(Number((event.target as HTMLSelectElement).value))}
    >
      ${offered.map(
        (days) => html`<option value=${days} .selected=${days === ask.days}>
          ${precision.is(figure(pointsOff({ ...ask, days })), figure(days))}
        </option>`,
      )}
    </select>
  </label>`;
}
