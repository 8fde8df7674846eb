import type { Response } from 'express';
import { type Problem, type ProblemCode, problem } from '../../models/doors/scenario.ts';

/** Whoever adds a reason says what it is over HTTP. */
const STATUS: Record<ProblemCode, number> = {
  E_TYPE: 400,
  E_RANGE: 400,
  E_DUP: 400,
  E_TOKEN: 401,
  E_FORBIDDEN: 403,
  E_UNKNOWN: 404,
  E_STATE: 409,
  E_STALE: 409,
  E_VERSION: 409,
  E_DESYNC: 409,
  E_SIZE: 413,
  E_COST: 422,
  E_RATE: 429,
  E_INTERNAL: 500,
  E_WORKER: 500,
  E_BUSY: 503,
  E_STORAGE: 503,
};

/** Answers with why it cannot be done; `status` where the code's own does not say enough. */
export function refuse(
  response: Response,
  problem: Problem,
  status = STATUS[problem.code],
  problems: readonly Problem[] = [problem],
): void {
  if (problem.afterMs !== undefined)
    response.set('retry-after', String(Math.ceil(problem.afterMs / 1_000)));
  response.status(status).json({ ok: false, problem, problems });
}

export const FOREIGN_HOST = problem(
  'E_FORBIDDEN',
  'host',
  'Ce serveur ne répond pas à ce nom ; prenez une adresse qu’il affiche au démarrage, ou ajoutez ce nom à ORIGINS.',
  'This server does not answer to this name; use an address that it prints at its start, or add this name to ORIGINS.',
);
