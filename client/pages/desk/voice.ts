import { language } from '../../text/language.ts';
import { voiceOn } from './device.ts';

/** One of this device itself: what callers say goes to no other machine. */
function ownVoice(): SpeechSynthesisVoice | null {
  const voices = globalThis.speechSynthesis?.getVoices() ?? [];
  const speaks = ({ lang, localService }: SpeechSynthesisVoice): boolean =>
    localService && lang.toLowerCase().startsWith(language());
  return voices.find(speaks) ?? null;
}

/** Whether this device has a voice in the language of the page. */
export const canSpeak = (): boolean => ownVoice() !== null;

/** Callers’ sentences, spoken by a voice of this device where it has one. Off by default. */
export class Voice {
  /** Says these, after what is being said; words in brackets, which nobody says, are left out. */
  say(sentences: readonly string[]): void {
    const voice = voiceOn() ? ownVoice() : null;
    if (voice === null) return;
    for (const sentence of sentences.filter((one) => !one.startsWith('('))) {
      const spoken = new SpeechSynthesisUtterance(sentence);
      spoken.voice = voice;
      spoken.lang = voice.lang;
      speechSynthesis.speak(spoken);
    }
  }

  /** The call is over, or another one begins. */
  hush(): void {
    globalThis.speechSynthesis?.cancel();
  }
}
