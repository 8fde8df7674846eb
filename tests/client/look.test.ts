import '../../client/look/page.css';
import { afterEach, describe, expect, it } from 'vitest';

type Rgb = readonly [number, number, number];

afterEach(() => delete document.documentElement.dataset['scheme']);

/** The token as the browser reads it. */
function token(name: string): Rgb {
  const probe = document.createElement('i');
  probe.style.color = `var(--${name})`;
  document.body.append(probe);
  const [r = 0, g = 0, b = 0] = (getComputedStyle(probe).color.match(/[\d.]+/g) ?? []).map(Number);
  probe.remove();
  return [r, g, b];
}

const linear = (channel: number): number => {
  const c = channel / 255;
  return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
};
const light = ([r, g, b]: Rgb): number =>
  0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
/** WCAG 2 contrast ratio. */
function contrast(a: Rgb, b: Rgb): number {
  const [low = 0, high = 0] = [light(a), light(b)].sort((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
}

/** Machado, Oliveira and Fernandes 2009, severity 1, on linear light. */
const SIGHTS: Record<string, readonly Rgb[]> = {
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

const seen = (colour: Rgb, sight: readonly Rgb[]): Rgb => {
  const [r, g, b] = colour.map(linear) as unknown as Rgb;
  return sight.map(([x, y, z]) => x * r + y * g + z * b) as unknown as Rgb;
};
const apart = (a: Rgb, b: Rgb): number =>
  Math.sqrt(a.reduce((sum, x, i) => sum + (x - (b[i] ?? 0)) ** 2, 0));

const TEXT = ['ink', 'ink-soft', 'ink-faint', 'care-ink', 'hurry-ink', 'alarm-ink'];
const MARKS = ['care', 'hurry', 'mark', 'focus'];

describe.each(['paper', 'stage'])('the colours on %s', (scheme) => {
  const here = (name: string): Rgb => {
    document.documentElement.dataset['scheme'] = scheme;
    return token(name);
  };

  it.each(TEXT)('--%s can be read (4.5:1) on every ground', (name) => {
    for (const ground of ['paper', 'sheet', 'wash'])
      expect(contrast(here(name), here(ground)), ground).toBeGreaterThanOrEqual(4.5);
  });

  it.each(MARKS)('--%s can be seen (3:1)', (name) => {
    for (const ground of ['paper', 'sheet'])
      expect(contrast(here(name), here(ground)), ground).toBeGreaterThanOrEqual(3);
  });

  it('write each voice legibly on its own tint', () => {
    expect(contrast(here('care-ink'), here('care-wash'))).toBeGreaterThanOrEqual(4.5);
    expect(contrast(here('hurry-ink'), here('hurry-wash'))).toBeGreaterThanOrEqual(4.5);
  });

  it.each(Object.entries(SIGHTS))('keep the two voices apart for %s', (_, sight) => {
    const [care, hurry] = [seen(here('care'), sight), seen(here('hurry'), sight)];
    expect(apart(care, hurry)).toBeGreaterThan(0.2);
  });
});

describe('the scheme', () => {
  it('can be chosen against the device', () => {
    document.documentElement.dataset['scheme'] = 'paper';
    const paper = light(token('paper'));
    document.documentElement.dataset['scheme'] = 'stage';
    expect(light(token('paper'))).toBeLessThan(paper / 10);
  });
});
