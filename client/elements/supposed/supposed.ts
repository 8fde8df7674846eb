import { html, nothing } from 'lit';
import type { StaffingSheet } from '../../../models/doors/study.ts';

/** What records did not say, and an answer rests on: on the page and on the report the same. */
export const supposedNotes = (
  { supposed }: Pick<StaffingSheet, 'supposed'>,
  set: (text: string) => string,
) =>
  supposed === undefined
    ? nothing
    : html`<section>
        <h2>${set(supposed.title)}</h2>
        <div class="notes">${supposed.says.map((one) => html`<p>${set(one)}</p>`)}</div>
      </section>`;
