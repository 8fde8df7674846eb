import { afterEach, describe, expect, it } from 'vitest';
import { placeOf, SPEEDS, speedAt, speedsTo } from '../../client/elements/speed-slider/speeds.ts';
import { routeOf } from '../../client/route.ts';
import { clockTime, duration, figure, percent, speedShown } from '../../client/text/figures.ts';
import { quoted, say, setLanguage, words } from '../../client/text/language.ts';
import { codeIn, codeShown } from '../../client/wire/code.ts';

afterEach(() => setLanguage('fr'));

describe('a room code', () => {
  it.each([
    ['K7M4QXT9', 'K7M4QXT9'],
    [' k7m4-qxt9 ', 'K7M4QXT9'],
    ['K7M4 – QXT9', 'K7M4QXT9'],
    ['https://example.org/desk/K7M4QXT9', 'K7M4QXT9'],
    ['http://192.168.1.4:3000/desk/k7m4-qxt9?x=1#y', 'K7M4QXT9'],
    ['', ''],
    ['--', ''],
  ])('is read from « %s »', (typed, code) => expect(codeIn(typed)).toBe(code));

  it('is shown in two halves', () => expect(codeShown('K7M4QXT9')).toBe('K7M4-QXT9'));
});

describe('an address', () => {
  it.each([
    ['/', { page: 'home' }],
    ['/play', { page: 'play' }],
    ['/lead/', { page: 'lead' }],
    ['/lab', { page: 'lab' }],
    ['/lab/K7M4QXT9', { page: 'lost' }],
    ['/room/K7M4QXT9', { page: 'room', code: 'K7M4QXT9' }],
    ['/desk/k7m4-qxt9/', { page: 'desk', code: 'K7M4QXT9' }],
    ['/wall/K7M4QXT9', { page: 'wall', code: 'K7M4QXT9' }],
    ['/desk', { page: 'lost' }],
    ['/desk/A/B', { page: 'lost' }],
    ['/elsewhere/K7M4QXT9', { page: 'lost' }],
  ])('%s leads to its page', (path, route) => expect(routeOf(path)).toEqual(route));
});

describe('figures', () => {
  it('cut durations to the second, as a watch does', () => {
    expect([0, 999, 59_999, 60_000, 605_000, 3_600_000, 36_061_000].map(duration)).toEqual([
      '0:00',
      '0:00',
      '0:59',
      '1:00',
      '10:05',
      '1:00:00',
      '10:01:01',
    ]);
    expect(duration(-5_000)).toBe('0:00');
  });

  it('follow the language', () => {
    expect(figure(19_861)).toBe('19\u202f861');
    expect(percent(0.834)).toBe('83\u00a0%');
    setLanguage('en');
    expect(figure(19_861)).toBe('19,861');
    expect(percent(0.834)).toBe('83%');
  });

  it('tell the hour on 24 hours, whatever the time zone', () => {
    expect(clockTime(8.5 * 3_600_000)).toBe('08:30');
    expect(clockTime(24 * 3_600_000)).toBe('00:00');
    setLanguage('en');
    expect(clockTime(17 * 3_600_000)).toBe('17:00');
  });

  it('show a speed', () => expect(speedShown(10)).toBe('×10'));
});

describe('speeds', () => {
  it('go from 1 to 60, and each has its place on the slider', () => {
    expect([SPEEDS[0], SPEEDS.at(-1)]).toEqual([0.6, 60]);
    expect(SPEEDS.map((one) => speedAt(placeOf(one)))).toEqual([...SPEEDS]);
  });

  it('a speed between two stands at the nearest', () => {
    expect(speedAt(placeOf(12))).toBe(10);
    expect(speedAt(99)).toBe(60);
  });

  it('end where faster makes no sense', () => {
    const speeds = speedsTo(8);
    expect(speeds).toEqual([0.6, 1, 2, 5, 8]);
    expect(speedAt(placeOf(60, speeds), speeds)).toBe(8);
  });
});

describe('the language', () => {
  it('is kept on the device, and told to the page', () => {
    setLanguage('en');
    expect(document.documentElement.lang).toBe('en');
    expect(localStorage.getItem('contretemps.language')).toBe('en');
    expect(words().desk.leave).toBe('Leave the desk');
  });

  it('puts what people say between its own quotation marks', () => {
    expect(quoted(say({ fr: 'Allô ?', en: 'Hello?' }))).toBe('«\u00a0Allô\u202f?\u00a0»');
    setLanguage('en');
    expect(quoted(say({ fr: 'Allô ?', en: 'Hello?' }))).toBe('‘Hello?’');
  });
});
