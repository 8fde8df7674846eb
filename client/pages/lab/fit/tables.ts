import type { ArrivalsPicture, Fit, Validation } from '../../../../models/doors/records.ts';
import type { Draw, Table } from '../../../elements/plot/plot.ts';
import { clockTime } from '../../../text/figures.ts';
import { fitWords } from '../../../text/lab-fit.ts';
import type { HeldFigure } from './draw.ts';

/** The figures behind the drawings of a fit, as files give them: a head, then rows. */

const MINUTE = 60_000;

/** A picture of the fit: what it is called and says, its figures, what stands below. */
export interface Drawing {
  readonly title: string;
  readonly label: string;
  readonly name: string;
  readonly draw: Draw;
  readonly data: Table;
  readonly below: unknown;
}

export const arrivalsTable = ({ intervals }: ArrivalsPicture): Table => {
  const { begins, high, low, mean } = fitWords().heads;
  return [
    [begins, mean, low, high],
    ...intervals.map((one) => [clockTime(one.beginsMin * MINUTE), one.mean, one.low, one.high]),
  ];
};

interface Knot {
  readonly atS: number;
  readonly data: number;
  readonly fit: number;
}

export const lawTable = (knots: readonly Knot[]): Table => {
  const { heads, key } = fitWords();
  return [[heads.seconds, key.data, key.fit], ...knots.map((one) => [one.atS, one.data, one.fit])];
};

export const returnsTable = ({ afterLost, afterServed }: NonNullable<Fit['returns']>): Table => {
  const { curves, heads } = fitWords();
  const rows = (curve: typeof afterLost, name: string) =>
    (curve?.knots ?? []).map(({ s, share }) => [name, s, share]);
  return [
    [heads.curve, heads.seconds, heads.share],
    ...rows(afterLost, curves.afterLost),
    ...rows(afterServed, curves.afterServed),
  ];
};

export const reliabilityTable = ({ diagram }: Fit['reliability']['weeks']): Table => {
  const { announced, margin, share } = fitWords().heads;
  return [
    [announced, share, margin],
    ...diagram.map((one) => [one.nominal, one.share, one.margin ?? '']),
  ];
};

export const heldTable = ({ intervals }: Validation, key: HeldFigure): Table => {
  const { heads, validationKey } = fitWords();
  return [
    [heads.begins, validationKey.recorded, heads.low, heads.high],
    ...intervals.map(({ beginsMin, figures }) => {
      const { high, low, recorded } = figures[key];
      return [clockTime(beginsMin * MINUTE), recorded ?? '', low ?? '', high ?? ''];
    }),
  ];
};
