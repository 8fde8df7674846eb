import { LEVEL } from '../../words/facts.ts';
import { CLAIM } from '../../words/gestures.ts';
import type { DeskCommand } from '../../words/moves.ts';
import type { AtHand } from './at-hand.ts';
import { NATURAL } from './habits.ts';
import { crowd, type Manner } from './manner.ts';
import type { Seen } from './seen.ts';

/** How often something was done, of how many times that it could be. */
class Share {
  done = 0;
  of = 0;

  add(done: boolean): void {
    this.of += 1;
    if (done) this.done += 1;
  }

  /** @param unknown where it never could be */
  or(unknown: number): number {
    return this.of === 0 ? unknown : this.done / this.of;
  }
}

/** A mean, where there is something to take it of. */
class Mean {
  private sum = 0;
  of = 0;

  add(x: number): void {
    this.sum += x;
    this.of += 1;
  }

  or(unknown: number): number {
    return this.of === 0 ? unknown : this.sum / this.of;
  }
}

/** How much less work than usual makes of an end that came at a difficult moment a flight. */
const FLIGHT = 0.6;
const MOSTLY = 0.7;

/**
 * Reads from what a person did at a desk how they play it: rates of what could be done and was.
 * What never could be is taken to be done as it should: nothing is known against it.
 */
export class OwnManner {
  private readonly answered = new Mean();
  private readonly heard = new Mean();
  private readonly worked = [new Mean(), new Mean(), new Mean()] as const;
  private readonly calm = new Mean();
  private readonly tense = new Mean();
  private readonly explained = [new Share(), new Share()] as const;
  private readonly endedTense = new Share();
  private readonly recognised = new Share();
  private readonly limited = new Share();
  private readonly refused = [new Share(), new Share(), new Share()] as const;
  private readonly told = new Share();
  private readonly passed = new Share();
  private readonly dropped = new Share();
  private readonly passMs = new Mean();
  private readonly breath = new Share();
  private readonly breathAt = new Mean();
  private readonly signal = new Share();
  private signalsFrom = 0;
  private refusal: Manner['refusal'] = NATURAL.refusal;
  private mask: Manner['mask'] = 'professional';
  /** With the caller in hand. */
  private did = new Set<DeskCommand['kind']>();
  private refusedAs = -1;

  constructor(private readonly at: AtHand) {}

  /** As things stood when this was done. */
  watch(seen: Seen, command: DeskCommand): void {
    switch (command.kind) {
      case 'answer':
        this.answered.add(seen.now - seen.since);
        this.did = new Set();
        this.refusedAs = -1;
        return;
      case 'mask':
        if (command.mask !== 'avoidance' && command.mask !== 'disengagement')
          this.mask = command.mask;
        return;
      case 'refuse':
        if (this.refusedAs < 0) this.refusedAs = seen.claim;
        this.refusal = command.refusal;
        break;
      case 'signal':
        this.signalsFrom = this.signalsFrom || Math.max(1, seen.agreeing);
        break;
      case 'ready':
        if (seen.doing === 'wrapping') this.after(seen);
        return;
      case 'conclude':
        this.concludes(seen);
        this.ends(seen);
        return;
      case 'transfer':
      case 'brief':
        this.passMs.add(Math.max(0, seen.workedMs));
        this.ends(seen, command.kind);
        return;
      case 'promise':
        this.ends(seen);
        return;
      case 'limit':
        if (seen.warned) this.ends(seen);
        break;
      default:
    }
    if (command.kind === 'breathe') this.breathAt.add(seen.energy);
    this.did.add(command.kind);
  }

  private concludes(seen: Seen): void {
    const worked = Math.max(0, seen.workedMs);
    this.worked[crowd(seen.waiting)].add(worked);
    if (this.at.may('explain'))
      this.explained[seen.waiting === 0 ? 0 : 1].add(seen.explained || this.did.has('explain'));
    (seen.level === LEVEL.calm ? this.calm : this.tense).add(worked);
  }

  /** The talk ends by what this person does. */
  private ends(seen: Seen, on?: 'transfer' | 'brief'): void {
    if (this.at.may('listen')) this.heard.add(seen.heard);
    if (seen.worstLevel > LEVEL.calm) {
      this.endedTense.add(seen.level > LEVEL.calm && on === undefined);
      if (this.at.may('acknowledge')) this.recognised.add(this.did.has('acknowledge'));
    }
    if (seen.worstLevel === LEVEL.incivility && this.at.may('limit'))
      this.limited.add(this.did.has('limit'));
    if (seen.claimed && this.at.may('refuse')) this.claims(seen);
    this.dropped.add(on === 'transfer');
    if (this.at.better(seen) < 0) return;
    if (this.at.may('brief')) this.told.add(on === 'brief');
    this.passed.add(on === 'transfer');
  }

  private claims({ claim }: Seen): void {
    const place = (known: number): 0 | 1 | 2 =>
      known === CLAIM.undue ? 0 : known === CLAIM.due ? 2 : 1;
    const done = this.did.has('refuse');
    this.refused[place(done ? this.refusedAs : claim)].add(done);
  }

  /** Ready for the next one: what was done of what comes after a talk. */
  private after(seen: Seen): void {
    if (this.at.may('breathe')) this.breath.add(this.did.has('breathe'));
    if (this.at.may('signal') && seen.agreeing >= (NATURAL.signalsFrom || 1) && !seen.mended)
      this.signal.add(this.did.has('signal'));
  }

  private get breathesBelow(): number {
    const share = this.breath.or(-1);
    if (share < 0) return NATURAL.breathesBelow;
    // Who breathes after most callers does so whatever is left.
    if (share >= MOSTLY) return 2;
    return share === 0 ? 0 : this.breathAt.or(0) + 0.01;
  }

  private get flees(): boolean {
    const { calm, endedTense, tense } = this;
    const usual = calm.or(0);
    return endedTense.or(0) >= MOSTLY && tense.or(usual) < FLIGHT * usual;
  }

  private get workMs(): Manner['workMs'] {
    const [none, few, many] = this.worked;
    if (none.of + few.of + many.of === 0) return NATURAL.workMs;
    const middle = few.or(none.or(many.or(0)));
    return [none.or(middle), middle, many.or(middle)];
  }

  /** @param missed calls that the desk let ring in vain, the whole day */
  manner(missed: number): Manner {
    const { dropped, explained, passed, refused } = this;
    const [quiet, busy] = explained;
    const drops = dropped.of > passed.of && dropped.done > passed.done ? dropped.or(0) : 0;
    return {
      ...NATURAL,
      mask: this.mask,
      answers: missed === 0 ? 1 : this.answered.of / (this.answered.of + missed),
      answerMs: this.answered.or(NATURAL.answerMs),
      listens: this.heard.or(NATURAL.listens),
      workMs: this.workMs,
      explains: [
        quiet.or(busy.or(NATURAL.explains[0])),
        busy.of === 0 && quiet.of === 0 ? NATURAL.explains[1] : busy.or(quiet.or(0)),
      ],
      acknowledges: this.recognised.or(NATURAL.acknowledges),
      limits: this.limited.or(NATURAL.limits),
      endsFrom: this.flees ? LEVEL.criticism : NATURAL.endsFrom,
      refuses: [
        refused[0].or(NATURAL.refuses[0]),
        refused[1].or(NATURAL.refuses[1]),
        refused[2].or(NATURAL.refuses[2]),
      ],
      refusal: this.refusal,
      tells: this.told.or(NATURAL.tells),
      passes: drops > 0 ? 0 : passed.or(NATURAL.passes),
      drops,
      passMs: this.passMs.or(NATURAL.passMs),
      breathesBelow: this.breathesBelow,
      signalsFrom: this.signal.or(1) > 0 ? this.signalsFrom || NATURAL.signalsFrom : 0,
    };
  }
}
