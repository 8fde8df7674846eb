import type { Logger } from 'pino';
import type { Reply } from '../../models/doors/live.ts';
import { isProblem, type Problem } from '../../models/doors/scenario.ts';
import { type AskName, type AskOf, isAsk, readAsk, unknownAsk } from './asks.ts';
import { INTERNAL, TOO_FAST } from './sentences.ts';

/** The part of a socket that the guard needs. */
export interface Asking {
  onAny(listener: (event: unknown, ...args: unknown[]) => void): void;
}

export type Handlers = {
  readonly [N in AskName]: (
    ask: AskOf<N>,
    // biome-ignore lint/suspicious/noExplicitAny: each handler answers in its own type
    answer: (reply: Reply<any>) => void,
  ) => void | Promise<void>;
};

export interface Guarding {
  readonly log: Logger;
  /** Whether one more ask is allowed now. */
  allows(): Promise<boolean>;
  /** One ask too many. */
  struck(): void;
}

/**
 * The one guard round everything a socket may say. Whatever comes (no callback, two of them, a
 * buffer, null, an unknown message, a thousand a second) is answered once with a sentence if there
 * is a way to answer, and nothing that a handler throws goes further than here.
 */
export function guard(socket: Asking, handlers: Handlers, guarding: Guarding): void {
  socket.onAny((event, ...args) => {
    const last = args.at(-1);
    const callback = typeof last === 'function' ? (args.pop() as (reply: unknown) => void) : null;
    let answered = false;
    const answer = (reply: Reply): void => {
      if (answered) return;
      answered = true;
      callback?.(reply);
    };
    const refuse = (problem: Problem): void => answer({ ok: false, problem });
    void (async () => {
      if (!(await guarding.allows())) {
        refuse(TOO_FAST);
        guarding.struck();
        return;
      }
      if (!isAsk(event)) return refuse(unknownAsk());
      const ask = readAsk(event, args);
      if (isProblem(ask)) return refuse(ask);
      await (handlers[event] as (ask: unknown, answer: unknown) => unknown)(ask, answer);
    })().catch((error: unknown) => {
      guarding.log.error({ err: error, event: String(event).slice(0, 40) }, 'E_INTERNAL');
      refuse(INTERNAL);
    });
  });
}
