import { bellOn } from './device.ts';

/** One ring: two notes of a telephone, every few seconds; hertz and seconds. */
const NOTES = [440, 480] as const;
const RING_S = 1.2;
const EVERY_S = 3;
const RINGS = 20;
const LOUDNESS = 0.12;
const BUZZ_MS = [400, 200, 400];

/** The bell of a desk: sounds, and vibrates where it can, while a call rings. Off by default. */
export class Bell {
  private call = -1;
  private sound: AudioContext | null = null;

  /** @param call the call that rings here, or -1 */
  hear(call: number): void {
    if (call === this.call) return;
    this.call = call;
    void this.sound?.close();
    this.sound = null;
    if (call < 0 || !bellOn()) return;
    navigator.vibrate?.(BUZZ_MS);
    this.sound = ring();
  }
}

/** Rings until it is closed, or has rung for a minute; silent where the page may make no sound. */
function ring(): AudioContext {
  const sound = new AudioContext();
  const volume = new GainNode(sound, { gain: 0 });
  volume.connect(sound.destination);
  for (let i = 0; i < RINGS; i += 1) {
    volume.gain.setValueAtTime(LOUDNESS, sound.currentTime + i * EVERY_S);
    volume.gain.setValueAtTime(0, sound.currentTime + i * EVERY_S + RING_S);
  }
  for (const frequency of NOTES) {
    const note = new OscillatorNode(sound, { frequency });
    note.connect(volume);
    note.start();
    note.stop(sound.currentTime + RINGS * EVERY_S);
  }
  return sound;
}
