import { describe, expect, it } from 'vitest';
import { chapterScenario } from '../../../models/play/chapters.ts';
import { contactsOf } from '../../../models/play/contacts.ts';
import { debriefOf } from '../../../models/play/debrief.ts';
import { masksOf } from '../../../models/play/masks.ts';
import type { Scenario } from '../../../models/scenario/scenario.ts';
import type { MaskShare, Masks } from '../../../models/words/debrief.ts';
import { type Habit, meets, played } from '../../support/day-at-a-desk.ts';

/** Masks are inferred from what was done at the desk of a chapter. */

const DAY = chapterScenario('chapitre-9') as Scenario;
const agent = 0;

const careful = meets(agent, 2_000, (call) => [
  { after: 1_000, does: { kind: 'listen', agent, call } },
  { after: 110_000, does: { kind: 'explain', agent, call } },
  { after: 150_000, does: { kind: 'conclude', agent, call } },
]);

/** Lets it ring, never listens, hands every other caller on without a word. */
const fleeing = meets(agent, 15_000, (call, nth) => [
  nth % 2 === 0
    ? { after: 8_000, does: { kind: 'transfer', agent, call, group: 0 } }
    : { after: 25_000, does: { kind: 'conclude', agent, call } },
]);

/** Picks up, welcomes and listens, then lets go: short, and nothing is explained. */
const lettingGo = meets(agent, 2_000, (call, nth) => [
  ...(nth % 3 === 0 ? [] : [{ after: 1_000, does: { kind: 'listen', agent, call } as const }]),
  { after: 75_000, does: { kind: 'conclude', agent, call } },
]);

const toldOf = (habit: Habit, seed = 'masks') => {
  const day = played(DAY, seed, { [agent]: habit });
  const debrief = debriefOf(DAY, day.facts, agent);
  return { day, debrief, masks: debrief.further?.masks as Masks };
};
const shareOf = ({ shares }: Masks, mask: MaskShare['mask']): number =>
  shares.find((one) => one.mask === mask)!.share;
const first = ({ shares }: Masks) => [...shares].sort((a, b) => b.share - a.share)[0]!.mask;

describe('[L14] the masks of a day', () => {
  const [care, flee, letGo] = [toldOf(careful), toldOf(fleeing), toldOf(lettingGo)];

  it('are the professional encounter of who listens, explains, picks up and stays', () => {
    expect(care.debrief.decisions.length).toBeGreaterThan(4);
    expect(first(care.masks)).toBe('professional');
    expect(shareOf(care.masks, 'avoidance')).toBeLessThan(0.2);
  });

  it('are avoidance of who lets it ring, does not listen and hands on without a word', () => {
    expect(first(flee.masks)).toBe('avoidance');
    const told = new Set(flee.masks.talks.flatMap(({ signs }) => signs));
    expect(told).toContain('letRing');
    expect(told).toContain('notListened');
  });

  it('are disengagement of who begins, then lets go: listens, is short, explains nothing', () => {
    expect(shareOf(letGo.masks, 'disengagement')).toBeGreaterThan(
      shareOf(care.masks, 'disengagement'),
    );
    expect(shareOf(letGo.masks, 'avoidance')).toBeLessThan(shareOf(flee.masks, 'avoidance'));
    expect(shareOf(letGo.masks, 'professional')).toBeLessThan(shareOf(care.masks, 'professional'));
  });

  it('are shares of one, each within its interval, the same whenever they are asked', () => {
    for (const { debrief, day, masks } of [care, flee, letGo]) {
      expect(masks.shares.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 9);
      for (const { high, low, share } of masks.shares) {
        expect(low).toBeGreaterThanOrEqual(0);
        expect(low).toBeLessThan(share);
        expect(high).toBeGreaterThan(share);
        expect(high).toBeLessThanOrEqual(1);
      }
      expect(debriefOf(DAY, day.facts, agent).further?.masks).toEqual(masks);
      for (const { at, talk } of masks.talks)
        if (talk >= 0) expect(debrief.decisions[talk]!.tookAt).toBe(at);
    }
  });

  it('are less sure of few calls than of many, and of nothing there are none', () => {
    const { day, debrief, masks } = care;
    const contacts = contactsOf(DAY, day.facts, agent, debrief.decisions);
    const few = masksOf(DAY, contacts.slice(0, 1), debrief.decisions) as Masks;
    const wide = ({ shares }: Masks): number => shares[0]!.high - shares[0]!.low;
    expect(wide(few)).toBeGreaterThan(wide(masks));
    expect(few.shares[0]!.share).toBeLessThan(shareOf(masks, 'professional'));
    expect(masksOf(DAY, [], [])).toBeNull();
  });

  it('do not count what another person did at this desk', () => {
    const { day, debrief } = flee;
    const nobody = debriefOf(DAY, day.facts, agent, () => false);
    expect(debrief.decisions.length).toBeGreaterThan(0);
    expect(nobody.further?.masks).toBeNull();
  });

  it('hold no caller against whoever tells a colleague the whole story first', () => {
    const brief = toldOf(
      meets(agent, 2_000, (call) => [
        { after: 1_000, does: { kind: 'listen', agent, call } },
        { after: 60_000, does: { kind: 'brief', agent, call, group: 0 } },
      ]),
    );
    expect(brief.debrief.decisions.some(({ how }) => how === 'briefed')).toBe(true);
    expect(first(brief.masks)).toBe('professional');
    expect(brief.masks.talks.flatMap(({ signs }) => signs)).not.toContain('cold');
  });
});
