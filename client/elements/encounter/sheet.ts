import {
  CLAIM,
  type EncounterView,
  type Scene,
  SHEET_LINE,
  type Talk,
} from '../../../models/doors/game.ts';
import { gameWords } from '../../text/game.ts';
import { labelled } from '../../text/spoken.ts';

/** A line of a caller's sheet; null: not known until one listens. */
export interface SheetLine {
  readonly kind: 'motive' | 'context' | 'claim' | 'state' | 'need';
  readonly name: string;
  readonly value: string | null;
}

/** The sheet of the caller in hand: what they came with, then what listening turned. */
export function sheetOf(scene: Scene, talk: Talk, encounter: EncounterView | null): SheetLine[] {
  const { sheet } = gameWords();
  const known = encounter?.sheet ?? [-1, -1, -1];
  const turned = (line: 'state' | 'need', value: number) =>
    value < 0 ? null : labelled(scene, line, value);
  const claim = known[SHEET_LINE.claim];
  const due = claim < 0 ? null : claim === CLAIM.due ? sheet.due : sheet.undue;
  const lines: SheetLine[] = [
    { kind: 'motive', name: sheet.motive, value: labelled(scene, 'motive', talk.motive) },
    { kind: 'context', name: sheet.context, value: labelled(scene, 'context', talk.context) },
    { kind: 'state', name: sheet.state, value: turned('state', known[SHEET_LINE.state]) },
    { kind: 'need', name: sheet.need, value: turned('need', known[SHEET_LINE.need]) },
  ];
  return encounter?.claims ? [...lines, { kind: 'claim', name: sheet.claim, value: due }] : lines;
}
