import assert from 'node:assert/strict';
import type { Locator, Page } from 'playwright-core';

/**
 * Somebody who plays a chapter and knows nothing but what the pages show: the names of buttons, or
 * the digits printed on them. Counts what they do besides the gestures of the calls.
 */

export type Language = 'fr' | 'en';
export type Control = 'pointer' | 'keys';

const NAMES = {
  fr: {
    alone: 'Jouer seul',
    start: 'Commencer',
    clock: 'Horloge',
    answer: /Décrocher/,
    listen: /Écouter/,
    explain: /Expliquer/,
    conclude: /Conclure/,
    acknowledge: /Reconnaître/,
    limit: /Poser la limite/,
    ready: /Disponible/,
    look: 'Ce que cette journée vous apprend',
    moments: /^(Trois|Deux|Un) moment/,
  },
  en: {
    alone: 'Play alone',
    start: 'Begin',
    clock: 'Clock',
    answer: /Answer/,
    listen: /Listen/,
    explain: /Explain/,
    conclude: /Conclude/,
    acknowledge: /Recognise/,
    limit: /Set the limit/,
    ready: /Ready/,
    look: 'What this day teaches you',
    moments: /^(Three|Two|One) moment/,
  },
} as const;

type Gesture = 'answer' | 'listen' | 'explain' | 'conclude' | 'ready' | 'acknowledge' | 'limit';
const DIGITS: Record<Gesture, string> = {
  ...{ answer: '1', listen: '2', explain: '3', conclude: '4' },
  ...{ acknowledge: '5', limit: '5', ready: '8' },
};

export class Player {
  /** Besides the gestures of the calls. */
  actions = 0;
  calls = 0;
  private readonly names: (typeof NAMES)[Language];

  constructor(
    readonly page: Page,
    language: Language,
    private readonly control: Control,
  ) {
    this.names = NAMES[language];
  }

  private button(name: string | RegExp): Locator {
    return this.page.getByRole('button', { name }).first();
  }

  /** A press that is no gesture of a call. */
  private async press(what: Locator): Promise<void> {
    if (this.control === 'keys') {
      await what.focus();
      await this.page.keyboard.press('Enter');
    } else await what.click();
    this.actions += 1;
  }

  /** From the first page to the desk of a chapter, its clock running. */
  async begin(chapter: number): Promise<void> {
    const { page } = this;
    await page.goto('/');
    await this.press(page.getByRole('link', { name: this.names.alone }));
    const rows = page.locator('ct-play li');
    await rows.first().waitFor();
    const first = page.getByRole('button', {
      name: new RegExp(`^${this.names.start}.*${chapter}\\.`),
    });
    await this.press(
      chapter === 1
        ? first
        : rows
            .nth(chapter - 1)
            .getByRole('button')
            .last(),
    );
    await this.press(this.page.getByRole('button', { name: this.names.start, exact: true }).last());
  }

  /** As fast as one may alone: a day of some minutes is over soon. */
  async hurryClock(): Promise<void> {
    const { page } = this;
    const slider = page.getByRole('slider').first();
    const clock = page
      .getByRole('button', { name: this.names.clock, exact: true })
      .filter({ visible: true })
      .first();
    if (!(await slider.isVisible())) await clock.click();
    await slider.focus();
    await page.keyboard.press('End');
    await clock.click();
  }

  async makes(gesture: Gesture): Promise<boolean> {
    const button = this.page
      .locator('ct-gestures')
      .getByRole('button', { name: this.names[gesture] });
    if (!(await button.first().isVisible())) return false;
    if (this.control === 'keys') await this.page.keyboard.press(DIGITS[gesture]);
    else
      await button
        .first()
        .click({ timeout: 2_000 })
        .catch(() => {});
    return true;
  }

  /** Waits for a call, and answers it. */
  async answer(): Promise<void> {
    await this.button(this.names.answer).waitFor({ timeout: 60_000 });
    await this.makes('answer');
    await this.button(this.names.conclude).waitFor();
    this.calls += 1;
  }

  /** The caller in hand: listened to, served for a moment, explained to, let go. */
  async serve(): Promise<void> {
    const { page } = this;
    for (const gesture of ['acknowledge', 'limit', 'listen', 'explain'] as const)
      if (await this.makes(gesture)) await page.waitForTimeout(1_200);
    await this.makes('conclude');
  }

  get isOver(): Promise<boolean> {
    return this.page.getByRole('link', { name: this.names.look }).isVisible();
  }

  /** Until the day is over. */
  async play(): Promise<void> {
    for (let turn = 0; turn < 600 && !(await this.isOver); turn++) {
      if (await this.button(this.names.answer).isVisible()) {
        if (await this.makes('answer')) {
          this.calls += 1;
          await this.serve();
        }
      } else if (await this.button(this.names.conclude).isVisible()) await this.makes('conclude');
      else await this.makes('ready');
      await this.page.waitForTimeout(120);
    }
    assert(await this.isOver, 'the day did not end');
  }

  /** The debrief: its one sentence. */
  async lookBack(): Promise<string> {
    await this.press(this.page.getByRole('link', { name: this.names.look }));
    await this.page.getByRole('heading', { name: this.names.moments }).waitFor({ timeout: 30_000 });
    return this.page.getByRole('heading', { level: 1 }).innerText();
  }
}
