import { html, type ReactiveController, type ReactiveControllerHost } from 'lit';
import '../../elements/choice/choice.ts';
import '../../elements/shortcuts/shortcuts.ts';
import { type Command, commandOf, type DeskView, moveRow } from '../../../models/doors/live.ts';
import type { PublicView } from '../../../models/doors/scenario.ts';
import { say } from '../../text/language.ts';
import { bellOn, letters, setBell, setLetters, setVoice, voiceOn } from './device.ts';
import type { Asking, Occasion } from './moves.ts';
import { picked, questionOf } from './questions.ts';
import { canSpeak } from './voice.ts';

/** What stands over a desk: the question of a move, or the list of the keys. */
export class Dialogs implements ReactiveController {
  /** What is open, or null. */
  open: Asking | 'keys' | null = null;
  /** Shortcuts of one letter are on, on this device. */
  letters = letters();
  /** A call that comes in sounds, on this device. */
  private bell = bellOn();
  /** Callers’ sentences are spoken, on this device. */
  private voice = voiceOn();
  /** The question asked last: it still shows while it goes. */
  private asked: Asking = 'notReady';
  /** The call for which it was asked, or -1. */
  private call = -1;

  /** The call that was to be handed over last, to which group; and how many had been before. */
  private handing = { call: -1, group: -1, before: 0 };

  /** @param send does what was chosen */
  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly send: (command: Command) => void,
  ) {
    host.addController(this);
  }

  hostConnected(): void {}

  show(what: Asking | 'keys' | null, call = -1): void {
    if (what !== null && what !== 'keys') this.asked = what;
    this.call = call;
    this.open = what;
    this.host.requestUpdate();
  }

  /** A question about a call that is no longer this one has lost its object. */
  keepTo(call: number): void {
    const { open } = this;
    if (open === null || open === 'keys' || moveRow(open).names.length === 0) return;
    if (call !== this.call) this.show(null);
  }

  /** The name of the group to which the call that ended here last went; '' where it did not. */
  handed({ groups }: PublicView, { call, mine }: DeskView): string {
    const { handing } = this;
    const done = call?.call === handing.call && mine.transferred > handing.before;
    const group = done ? groups[handing.group] : undefined;
    return group ? say(group.name) : '';
  }

  private pick(id: number, publicView: PublicView, { agent, mine }: DeskView): void {
    const { call, open } = this;
    if (open === 'transfer') this.handing = { call, group: id, before: mine.transferred };
    this.show(null);
    if (open === null || open === 'keys') return;
    const chosen = picked(open, publicView, id);
    if (chosen !== undefined) this.send(commandOf(open, agent, call, chosen));
  }

  private switch(on: boolean): void {
    this.letters = setLetters(on);
    this.host.requestUpdate();
  }

  private switchBell(on: boolean): void {
    this.bell = setBell(on);
    this.host.requestUpdate();
  }

  private switchVoice(on: boolean): void {
    this.voice = setVoice(on);
    this.host.requestUpdate();
  }

  render(publicView: PublicView, view: DeskView, occasion: Occasion) {
    const { heading, options } = questionOf(this.asked, publicView, view);
    return html`<ct-choice
        .open=${this.open === this.asked}
        .heading=${heading}
        .options=${options}
        @ct-pick=${(event: CustomEvent<number>) => this.pick(event.detail, publicView, view)}
        @ct-cancel=${() => this.show(null)}
      ></ct-choice>
      <ct-shortcuts
        .open=${this.open === 'keys'}
        .letters=${this.letters}
        .bell=${this.bell}
        .voice=${occasion.gestures && canSpeak() ? this.voice : null}
        .occasion=${occasion}
        @ct-bell=${(event: CustomEvent<boolean>) => this.switchBell(event.detail)}
        @ct-voice=${(event: CustomEvent<boolean>) => this.switchVoice(event.detail)}
        @ct-letters=${(event: CustomEvent<boolean>) => this.switch(event.detail)}
        @ct-cancel=${() => this.show(null)}
      ></ct-shortcuts>`;
  }
}
