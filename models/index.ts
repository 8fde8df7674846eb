/** The door: all that server, client and their tests may import from the models. */
export * from './centre/centre.ts';
export * from './folds/day.ts';
export * from './folds/desk.ts';
export * from './folds/line.ts';
export * from './folds/score.ts';
export * from './folds/team.ts';
export * from './folds/wall.ts';
export * from './live/wire.ts';
export * from './scenario/scenario.ts';
export * from './scenario/setting.ts';
export * from './words/commands.ts';
export * from './words/facts.ts';
export * from './words/problem.ts';
export * from './words/recorder.ts';
export * from './words/setting.ts';
