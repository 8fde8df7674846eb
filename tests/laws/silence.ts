import type { MaskName } from '../../models/words/facts.ts';
import type { Recorder } from '../../models/words/recorder.ts';

/** A recorder that hears nothing; a test overrides what it listens to. */
export class Silence implements Recorder {
  opened(_at: number): void {}
  closed(_at: number): void {}
  ended(_at: number): void {}
  arrived(
    _at: number,
    _call: number,
    _caller: number,
    _type: number,
    _attempt: number,
    _cause: number,
    _says: number,
    _after: number,
  ): void {}
  blocked(_at: number, _call: number, _type: number, _attempt: number): void {}
  queued(_at: number, _call: number, _type: number): void {}
  rang(_at: number, _call: number, _agent: number, _says: number): void {}
  missed(_at: number, _call: number, _agent: number): void {}
  answered(
    _at: number,
    _call: number,
    _type: number,
    _attempt: number,
    _agent: number,
    _waitMs: number,
  ): void {}
  held(_at: number, _call: number, _agent: number): void {}
  resumed(_at: number, _call: number, _agent: number): void {}
  transferred(
    _at: number,
    _call: number,
    _type: number,
    _agent: number,
    _group: number,
    _talkMs: number,
    _holdMs: number,
  ): void {}
  relayed(_at: number, _call: number, _type: number, _agent: number, _waitMs: number): void {}
  concluded(
    _at: number,
    _call: number,
    _type: number,
    _agent: number,
    _talkMs: number,
    _holdMs: number,
  ): void {}
  closing(_at: number, _call: number, _agent: number): void {}
  resolved(
    _at: number,
    _call: number,
    _type: number,
    _attempt: number,
    _agent: number,
    _solved: number,
    _workMs: number,
    _need: number,
    _worst: number,
    _last: number,
  ): void {}
  tension(_at: number, _call: number, _agent: number, _level: number): void {}
  limited(_at: number, _call: number, _agent: number, _holds: number): void {}
  masked(_at: number, _agent: number, _mask: MaskName): void {}
  left(_at: number, _call: number, _type: number, _how: number): void {}
  wrapped(_at: number, _call: number, _agent: number, _wrapMs: number): void {}
  abandoned(_at: number, _call: number, _type: number, _attempt: number, _waitMs: number): void {}
  dropped(_at: number, _call: number, _type: number, _waitMs: number): void {}
  promised(_at: number, _call: number, _type: number, _attempt: number): void {}
  calledBack(
    _at: number,
    _call: number,
    _type: number,
    _attempt: number,
    _agent: number,
    _waitMs: number,
  ): void {}
  unreached(_at: number, _call: number, _type: number, _waitMs: number): void {}
  signedIn(_at: number, _agent: number): void {}
  signedOut(_at: number, _agent: number): void {}
  ready(_at: number, _agent: number): void {}
  notReady(_at: number, _agent: number): void {}
  seated(_at: number, _agent: number): void {}
  unseated(_at: number, _agent: number): void {}
}
