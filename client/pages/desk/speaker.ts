import type { AgentState } from '../../../models/doors/live.ts';
import type { RoomState } from '../../state/room.ts';
import { words } from '../../text/language.ts';
import { linkSaid } from '../../text/link.ts';
import { deskSaid, newsSaid } from './aloud.ts';
import { newsOf, type Said } from './announcer.ts';
import { Bell } from './bell.ts';
import { wording } from './device.ts';
import { CallersWords } from './told.ts';
import { Voice } from './voice.ts';

/** What the one polite live region of a desk says; its bell, and the voices of callers. */
export class Speaker {
  /** The last sentence. */
  text = '';
  private readonly bell = new Bell();
  private readonly voice = new Voice();
  /** The call on the line, or -1. */
  private call = -1;
  private readonly callers = new CallersWords();
  private said: Said | null = null;
  private link = '';

  /** @param crossed the line weighs more than the call in hand */
  hear(state: RoomState, realNow: number, crossed: boolean): void {
    this.hearLink(state);
    const { clock, desk, publicView } = state;
    if (!desk) return this.forget();
    const me = desk.team[desk.agent];
    this.bell.hear(me?.state === 'ringing' && !clock?.over ? me.call : -1);
    const [news, said] = newsOf(this.said, desk, realNow, crossed);
    this.said = said;
    const call = clock?.over === true ? -1 : (desk.call?.call ?? -1);
    if (call !== this.call) this.voice.hush();
    this.call = call;
    if (clock?.over === true) this.text = words().announce.over;
    else {
      const { more, said: words } = this.callers.since(desk, publicView, wording());
      this.voice.say(words);
      const of = news.map((one) => newsSaid(one, desk, publicView));
      const told = [...of, ...words, ...more];
      if (told.length > 0) this.text = told.join(' ');
    }
  }

  /** The desk was left: nothing said of it holds of another. */
  forget(): void {
    this.said = null;
    this.callers.forget();
    this.voice.hush();
    this.call = -1;
    this.bell.hear(-1);
  }

  /** The connection went, or came back. */
  private hearLink({ agent, clock, link }: RoomState): void {
    const said = linkSaid(link, agent >= 0, clock?.trouble !== undefined);
    if (said === this.link) return;
    this.text = said || (link === 'online' ? words().announce.online : this.text);
    if (said || link === 'online') this.link = said;
  }

  /** On demand: the hour, the state and its length, the line. */
  tell({ desk, publicView }: RoomState, mine: AgentState, now: number): void {
    if (desk && publicView) this.text = deskSaid(desk, publicView, mine, now);
  }
}
