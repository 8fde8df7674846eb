import { html, nothing, type ReactiveController, type ReactiveControllerHost } from 'lit';
import '../../elements/breath/breath.ts';
import '../../elements/choice/choice.ts';
import '../../elements/encounter/encounter.ts';
import '../../elements/fall/fall.ts';
import '../../elements/gestures/gestures.ts';
import '../../elements/glossary/glossary.ts';
import '../../elements/talk-log/talk-log.ts';
import { REGISTER, SHIFT, type Wording } from '../../../models/doors/game.ts';
import {
  type AgentState,
  type ClockAsk,
  type Command,
  commandOf,
  type DeskView,
  serviceLevelF3,
} from '../../../models/doors/live.ts';
import type { PublicView } from '../../../models/doors/scenario.ts';
import type { FallAnswer } from '../../elements/fall/fall.ts';
import type { RoomState } from '../../state/room.ts';
import { sitsAlone } from '../../state/solo.ts';
import { percent } from '../../text/figures.ts';
import { gameWords } from '../../text/game.ts';
import { glossaryName } from '../../text/glossary.ts';
import { say } from '../../text/language.ts';
import { causeName, sceneIn } from '../../text/spoken.ts';
import { Assist } from './assist.ts';
import { Away } from './away.ts';
import { Beginning } from './beginning.ts';
import { breathes, chapterOf, isGame, showsWeights, termsOf } from './chapter.ts';
import { setWording, wording } from './device.ts';
import { type Act, actOf, waysToPass } from './gestures.ts';
import type { Move } from './moves.ts';
import { occasionOf } from './occasion.ts';
import { doingSaid } from './told.ts';

/** What the desk does for the game. */
interface Acts {
  /** Makes a move, or asks what it asks. */
  move(move: Move): void;
  send(command: Command): Promise<void>;
  /** Lets the clock run, where this device hosts the room. */
  run(): Promise<void>;
  clock(ask: ClockAsk): Promise<unknown>;
  /** Shows the clock of the room, where there is no other button for it. */
  clockButton(state: RoomState): unknown;
  now(): number;
  state(): RoomState | undefined;
}

type Open = 'log' | 'pass' | 'words';

/** Of a whole shift: how many were answered in time, so far. */
const soFar = (level: number | null) =>
  html`<output>${level === null ? '' : gameWords().inTime(percent(level))}</output>`;

/** The part of a desk that is there only where things are done by gestures. */
export class Game implements ReactiveController {
  /** What stands over the desk. */
  open: Open | null = null;
  wording: Wording = wording();
  private readonly assist: Assist;
  private readonly away: Away;
  private sits = false;
  private readonly beginning: Beginning;
  /** The last fall that was answered: when it was. */
  private answered = -1;
  /** A breath is to be taken as soon as the line is free. */
  private toBreathe = false;

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly acts: Acts,
  ) {
    host.addController(this);
    this.assist = new Assist(
      host,
      (ask) => acts.clock(ask),
      () => acts.now(),
    );
    const { clock, run, send, state } = acts;
    this.away = new Away(host, clock, state);
    this.beginning = new Beginning(host, { run, send, state, ready: () => acts.move('ready') });
  }

  hostConnected(): void {}

  /** At each tick of the page: what one works at may be over. */
  hostUpdate(): void {
    const state = this.acts.state();
    if (state?.desk) this.assist.heard(state);
  }

  heard(state: RoomState): void {
    this.assist.heard(state);
    this.breathe(state);
    this.beginning.heard(state);
    // The first desk is that of whoever plays alone.
    if (this.sits || !sitsAlone(state)) return;
    this.sits = true;
    void this.acts.send({ kind: 'takeDesk', agent: 0 });
  }

  /** A breath that was promised is taken when it can be. */
  private breathe({ desk, pending }: RoomState): void {
    const state = desk?.team[desk.agent]?.state;
    if (!desk || !this.toBreathe || pending !== null) return;
    if (state !== 'wrapping' && state !== 'ready' && state !== 'notReady') return;
    this.toBreathe = false;
    if (!desk.breathed) this.acts.move('breathe');
  }

  isOn = ({ publicView }: RoomState): boolean => isGame(publicView);

  show(open: Open | null): void {
    this.open = open;
    this.host.requestUpdate();
  }

  /** A key of the game; true where it was one. @param letters those of one letter are on */
  typed(key: string, mine: AgentState, letters: boolean): boolean {
    const state = this.acts.state();
    if (!state?.desk || !this.isOn(state) || (!letters && !/^\d$/.test(key))) return false;
    if (key === '1' && this.beginning.waits(state)) {
      void this.beginning.begin();
      return true;
    }
    if (key === 'j') this.show('log');
    else {
      const act = actOf(key, mine, occasionOf(state), state.desk);
      if (act === null) return false;
      this.act(act);
    }
    return true;
  }

  /** Does it, or asks first. */
  private act(act: Act): void {
    const state = this.acts.state();
    const desk = state?.desk;
    if (!state || !desk || state.pending) return;
    if (act === 'mask') {
      const next = REGISTER[(REGISTER.indexOf(desk.mask) + 1) % REGISTER.length];
      if (next) void this.acts.send({ kind: 'mask', agent: desk.agent, mask: next });
      return;
    }
    if (act !== 'pass') return this.acts.move(act);
    const ways = waysToPass(desk.team[desk.agent]?.state ?? 'out', occasionOf(state));
    if (ways.length > 1) this.show('pass');
    else if (ways[0]) this.passBy(ways[0]);
  }

  /** To whom is asked where there is more than one. */
  private passBy(way: Move): void {
    this.show(null);
    const { desk, publicView } = this.acts.state() ?? {};
    if (!desk?.call || !publicView) return;
    if (way === 'promise' || publicView.groups.length > 1) this.acts.move(way);
    else void this.acts.send(commandOf(way, desk.agent, desk.call.call, 0));
  }

  private answer(answer: FallAnswer, at: number): void {
    this.answered = at;
    this.toBreathe = answer === 'breathe';
    const state = this.acts.state();
    if (state) this.heard(state);
    this.host.requestUpdate();
  }

  /** What the day is about, in one line; and what was mended. */
  goal(state: RoomState, publicView: PublicView, { day, mended }: DeskView) {
    const words = gameWords();
    const chapter = chapterOf(publicView);
    const scene = sceneIn(publicView);
    const found = mended >= 0 && scene ? words.mended(causeName(scene, mended)) : '';
    if (!chapter && !found) return nothing;
    return html`<p class="goal">
      ${
        chapter
          ? html`<span class="chapter">${
              chapter.number > 0 ? words.chapter(chapter.number) : say(chapter.title)
            }</span>
              <span class="aim">${say(chapter.goal)}</span> 
              ${chapter === SHIFT ? soFar(serviceLevelF3(day.totals)) : nothing}
              <span class="own-clock"
                >${this.assist.button(state)}
                <span class="narrow">${this.acts.clockButton(state)}</span></span
              >`
          : nothing
      }
      ${found ? html`<strong>${found}</strong>` : nothing}
    </p>`;
  }

  /** Who is on the line, in their own words; null while nobody is. */
  caller(state: RoomState, publicView: PublicView, view: DeskView) {
    const mine = view.team[view.agent]?.state ?? 'out';
    const met = mine === 'talking' || mine === 'hold' || mine === 'closing' || mine === 'wrapping';
    const talks = view.call?.encounter && view.talks.at(-1)?.call === view.call.call;
    if (!this.isOn(state) || !met || !talks) return null;
    return html`<ct-encounter
      .view=${view}
      .version=${state.n}
      .publicView=${publicView}
      .now=${this.acts.now()}
      .wording=${this.wording}
    ></ct-encounter>`;
  }

  /** One's breath has fallen: a card, beside the line where there is room, else in reach. */
  fall({ publicView }: RoomState, { fell }: DeskView) {
    if (!publicView || !breathes(publicView) || !fell || fell.at <= this.answered) return nothing;
    return html`<ct-fall
      .fall=${fell}
      @ct-fall=${({ detail }: CustomEvent<FallAnswer>) => this.answer(detail, fell.at)}
    ></ct-fall>`;
  }

  /** What one does now, what is left of one's breath, and what can be done. */
  buttons(state: RoomState, publicView: PublicView, view: DeskView, letters: boolean) {
    const mine = view.team[view.agent]?.state ?? 'out';
    if (this.beginning.waits(state)) return this.beginning.button();
    return html`${this.fall(state, view)}
      <div class="doing">
        <p>${doingSaid(view, mine)}</p>
        ${this.assist.on ? nothing : this.away.button(state)}
        <button class="button bare" @click=${() => this.show('log')}>
          ${gameWords().log.open} ${letters ? html`<kbd aria-hidden="true">J</kbd>` : nothing}
        </button>
        ${this.assist.work(state)}
        ${
          breathes(publicView)
            ? html`<ct-breath
                .share=${view.energy}
                @ct-words=${() => this.show('words')}
              ></ct-breath>`
            : html`<button class="button bare" @click=${() => this.show('words')}>
                ${glossaryName()}
              </button>`
        }
      </div>
      <ct-gestures
        .view=${view}
        .version=${state.n}
        .state=${mine}
        .now=${this.acts.now()}
        .pending=${state.pending}
        .occasion=${occasionOf(state)}
        .missed=${view.team[view.agent]?.reason === 'missed'}
        .letters=${letters}
        @ct-act=${({ detail }: CustomEvent<Act>) => this.act(detail)}
      ></ct-gestures>
      ${
        showsWeights(publicView)
          ? nothing
          : html`<p class="label supposed">${gameWords().supposed}</p>`
      }`;
  }

  private readonly setWording = (chosen: Wording): void => {
    this.wording = setWording(chosen);
    this.host.requestUpdate();
  };

  /** What stands over the desk: the briefing, how to hand on, what was said. */
  dialogs(state: RoomState, publicView: PublicView, view: DeskView) {
    if (!this.isOn(state)) return nothing;
    const { passing } = gameWords();
    const ways = waysToPass(view.team[view.agent]?.state ?? 'out', occasionOf(state));
    const said: Partial<Record<Move, [name: string, note: string]>> = {
      transfer: [passing.cold, passing.coldNote],
      brief: [passing.warm, passing.warmNote],
      promise: [passing.promise, passing.promiseNote],
    };
    const options = ways.map((way, id) => {
      const [name = '', note = ''] = said[way] ?? [];
      return { id, name, note };
    });
    return html`${this.beginning.briefing(state, publicView, this.wording, this.setWording)}
      <ct-choice
        .open=${this.open === 'pass'}
        .heading=${passing.asks}
        .options=${options}
        @ct-pick=${({ detail }: CustomEvent<number>) => {
          const way = ways[detail];
          if (way) this.passBy(way);
        }}
        @ct-cancel=${() => this.show(null)}
      ></ct-choice>
      <ct-talk-log
        .open=${this.open === 'log'}
        .view=${view}
        .version=${state.n}
        .publicView=${publicView}
        .wording=${this.wording}
        @ct-wording=${({ detail }: CustomEvent<Wording>) => this.setWording(detail)}
        @ct-cancel=${() => this.show(null)}
      ></ct-talk-log>
      <ct-glossary
        .open=${this.open === 'words'}
        .terms=${termsOf(publicView)}
        @ct-cancel=${() => this.show(null)}
      ></ct-glossary>`;
  }

  /** A question about a call that is no longer this one has lost its object. */
  keepTo({ call }: DeskView): void {
    if (this.open === 'pass' && (call === null || call.concludedAt >= 0)) this.show(null);
  }
}
