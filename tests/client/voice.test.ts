import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { setVoice } from '../../client/pages/desk/device.ts';
import { canSpeak, Voice } from '../../client/pages/desk/voice.ts';
import { setLanguage } from '../../client/text/language.ts';

/** Callers’ sentences spoken by the device, where it has a voice of its own. */

let spoken: string[] = [];
let hushed = 0;

function voices(...of: readonly [lang: string, localService: boolean][]): void {
  vi.stubGlobal('speechSynthesis', {
    getVoices: () => of.map(([lang, localService]) => ({ lang, localService })),
    speak: ({ lang, text }: { lang: string; text: string }) => spoken.push(`${lang} ${text}`),
    cancel: () => (hushed += 1),
  });
  vi.stubGlobal(
    'SpeechSynthesisUtterance',
    class {
      voice: unknown = null;
      lang = '';
      constructor(readonly text: string) {}
    },
  );
}

beforeEach(() => {
  localStorage.clear();
  setLanguage('fr');
  [spoken, hushed] = [[], 0];
});
afterEach(() => vi.unstubAllGlobals());

describe('the voice of a caller', () => {
  it('is off until somebody turns it on', () => {
    voices(['fr-FR', true]);
    new Voice().say(['Bonjour.']);
    expect(spoken).toEqual([]);
    setVoice(true);
    new Voice().say(['Bonjour.', '(Il souffle.)']);
    expect(spoken).toEqual(['fr-FR Bonjour.']);
  });

  it('is that of this device alone, in the language of the page', () => {
    setVoice(true);
    voices(['fr-FR', false], ['en-GB', true]);
    expect(canSpeak()).toBe(false);
    new Voice().say(['Bonjour.']);
    expect(spoken).toEqual([]);
    setLanguage('en');
    expect(canSpeak()).toBe(true);
    new Voice().say(['Hello.']);
    expect(spoken).toEqual(['en-GB Hello.']);
  });

  it('is hushed when the call is over, and missed by nobody where there is none', () => {
    voices(['fr-FR', true]);
    new Voice().hush();
    expect(hushed).toBe(1);
    vi.stubGlobal('speechSynthesis', undefined);
    setVoice(true);
    expect(canSpeak()).toBe(false);
    new Voice().say(['Bonjour.']);
    new Voice().hush();
  });
});
