import { BehaviorSubject, type Observable } from 'rxjs';
import type { Reply, WhatIf } from '../../models/doors/live.ts';
import type { DebriefAsk, Debriefed, DebriefWhat } from '../../models/doors/play.ts';
import { isProblem, type Problem, problem, publicViewOf } from '../../models/doors/scenario.ts';
import type { FromReplayer, ToReplayer } from '../work/messages.ts';
import type { DebriefRoom, DebriefView } from './debrief.ts';
import type { ShiftData } from './shift-file.ts';

/** What is needed of the worker that replays the day. */
export interface Replayer {
  onmessage: ((event: MessageEvent<FromReplayer>) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
  postMessage(message: ToReplayer): void;
  terminate(): void;
}

const FAILED = problem(
  'E_WORKER',
  '',
  'Le calcul s’est interrompu ; rechargez la page.',
  'The computation was interrupted; load the page again.',
);

/** A day in one file, told as the room of a server would tell it: all of it is worked out here. */
export class ShiftRoom implements DebriefRoom {
  readonly state$: Observable<DebriefView>;
  readonly words: Readonly<Record<string, string>>;
  private readonly waiting = new Map<number, (told: FromReplayer | Problem) => void>();
  private id = 0;

  constructor(
    private readonly data: ShiftData,
    private readonly replayer: Replayer,
  ) {
    const clock = { at: 0, speed: 1, paused: true, over: true };
    const publicView = publicViewOf(data.scenario);
    const nothing = { host: false, record: null, refusal: null };
    this.state$ = new BehaviorSubject<DebriefView>({ clock, publicView, ...nothing });
    this.words = data.words;
    replayer.onmessage = ({ data: told }) => {
      this.waiting.get(told.id)?.(told);
      this.waiting.delete(told.id);
    };
    replayer.onerror = () => {
      for (const answer of this.waiting.values()) answer(FAILED);
      this.waiting.clear();
    };
  }

  private work(asked: ToReplayer['asked']): Promise<FromReplayer | Problem> {
    const { agent, commands, person, sat, scenario, seed } = this.data;
    this.id += 1;
    const { id } = this;
    const told = new Promise<FromReplayer | Problem>((answer) => this.waiting.set(id, answer));
    this.replayer.postMessage({
      id,
      asked,
      played: { agent, commands, person, sat, scenario, seed },
    });
    return told;
  }

  async debrief({ minutes = 0, talk = -1, what }: DebriefAsk): Promise<Reply<Debriefed>> {
    if (what === 'record') return { ok: false, problem: FAILED };
    const ofTalk = what === 'thatDay' || what === 'onAverage';
    const asked: DebriefWhat = ofTalk ? { what, talk, minutes } : { what };
    const told = await this.work(asked);
    if (isProblem(told)) return { ok: false, problem: told };
    const { found, rules } = told;
    if (isProblem(found)) return { ok: false, problem: found };
    const { agent } = this.data;
    return { ok: true, ...({ day: 0, agent, rules, what, found } as Debriefed) };
  }

  readonly whatIf = async (): Promise<Reply<WhatIf>> => {
    const told = await this.work({ what: 'whatIf' });
    if (isProblem(told)) return { ok: false, problem: told };
    if (isProblem(told.found)) return { ok: false, problem: told.found };
    return { ok: true, ...(told.found as WhatIf) };
  };

  close(): void {
    this.replayer.terminate();
  }
}
