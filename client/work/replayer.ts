import { RULES_VERSION, replay, Sittings } from '../../models/doors/live.ts';
import { debriefAnswer } from '../../models/doors/play.ts';
import { isProblem } from '../../models/doors/scenario.ts';
import { whatIf } from '../../models/doors/study.ts';
import type { FromReplayer, ToReplayer } from './messages.ts';

/**
 * Replays a day that was played, in a Web Worker, and answers what is asked of it: the very engine
 * of the server. It reads nothing, keeps nothing and asks no network.
 */

/** What a worker has of its global scope here. */
interface Scope {
  onmessage: ((event: MessageEvent<ToReplayer>) => void) | null;
  postMessage(message: FromReplayer): void;
}
const scope = self as unknown as Scope;

scope.onmessage = ({ data }) => {
  const { asked, id, played } = data;
  const { agent, commands, person, sat, scenario, seed } = played;
  const found =
    asked.what === 'whatIf'
      ? whatIf(scenario, seed, commands)
      : debriefAnswer(
          {
            ...{ agent, commands, person, sat, scenario, seed },
            replay: () => {
              const facts = replay(scenario, seed, commands);
              if (isProblem(facts)) return facts;
              const sittings = new Sittings(facts);
              const sitter = { agent, person, sat };
              return { facts, mine: (fact) => sittings.present(fact, sitter) };
            },
          },
          asked,
        );
  scope.postMessage({ id, found, rules: RULES_VERSION });
};
