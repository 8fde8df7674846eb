import '../../client/look/page.css';
import '../../client/look/icons.ts';
import '../../client/elements/recap/recap.ts';
import '../../client/pages/desk/desk.ts';
import '../../client/pages/room/room.ts';
import '../../client/pages/wall/wall.ts';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { setLanguage } from '../../client/text/language.ts';
import { startWall, stepWall } from '../../models/doors/live.ts';
import { desk, enter, network, wall } from './hung.ts';
import { LocalRoom, LocalWire } from './local.ts';
import { STATION } from './station.ts';

/** A train is cancelled in the little station, thirty minutes after it opens, for four minutes. */

const MINUTE_MS = 60_000;
const NAME = 'Un train est supprimé';

beforeEach(() => {
  localStorage.clear();
  setLanguage('fr');
  network(null);
});
afterEach(() => {
  document.body.replaceChildren();
  vi.unstubAllGlobals();
});

const eventsIn = (root: ParentNode | null | undefined) => root?.querySelector('ct-events');
/** What is shown of it, its blanks made alike; '' where nothing is. */
const shownIn = (root: ParentNode | null | undefined): string =>
  eventsIn(root)?.shadowRoot?.textContent?.replace(/\s+/g, ' ').trim() ?? '';
const sheetOf = (page: Element) => page.shadowRoot?.querySelector('ct-wall-sheet')?.shadowRoot;
const scoreOf = (page: Element) => sheetOf(page)?.querySelector('ct-score')?.shadowRoot;

describe('an event that begins', () => {
  it('[A5] is one quiet line at a desk, as long as it lasts, and is said there once', async () => {
    const [element, local] = await desk('READY222');
    const root = element.shadowRoot as ShadowRoot;
    const said = () => root.querySelector('.sr-only[role=status]')?.textContent ?? '';
    local.advanceTo(30 * MINUTE_MS - 1);
    await element.updateComplete;
    expect(shownIn(root)).toBe('');
    local.advanceTo(30 * MINUTE_MS);
    await vi.waitFor(() => expect(shownIn(root)).toMatch(new RegExp(`^\\d\\d:\\d\\d ${NAME}$`)));
    await vi.waitFor(() => expect(said()).toContain(`${NAME}.`));
    // The page has one live region, and says it there.
    expect(eventsIn(root)?.shadowRoot?.querySelector('[role], [aria-live]')).toBeNull();
    setLanguage('en');
    await vi.waitFor(() => expect(shownIn(root)).toContain('A train is cancelled'));
    local.advanceTo(35 * MINUTE_MS);
    await vi.waitFor(() => expect(shownIn(root)).toBe(''));
    local.advanceTo(60 * MINUTE_MS);
    await vi.waitFor(() => expect(said()).not.toContain('cancelled'));
  });

  it('is a line of the wall as long as it lasts, said to who listens', async () => {
    const [page, local] = await wall(STATION, 29);
    expect(shownIn(sheetOf(page))).toBe('');
    local.advanceTo(31 * MINUTE_MS);
    await vi.waitFor(() => expect(shownIn(sheetOf(page))).toContain(NAME));
    const region = eventsIn(sheetOf(page))?.shadowRoot?.querySelector('[role=status]');
    expect(region?.textContent).toContain(NAME);
    local.advanceTo(35 * MINUTE_MS);
    await vi.waitFor(() => expect(shownIn(sheetOf(page))).toBe(''));
  });

  it('is a bracket of the score over its time, with its name, and a mark of the day', async () => {
    const [page, local] = await wall(STATION, 29);
    const bracket = () => scoreOf(page)?.querySelector<SVGPathElement>('path.event');
    await vi.waitFor(() => expect(scoreOf(page)?.querySelector('path.barline')).toBeTruthy());
    expect(bracket() ?? null).toBeNull();
    local.advanceTo(33 * MINUTE_MS);
    await vi.waitFor(() => expect(bracket()?.getBBox().width).toBeGreaterThan(20));
    local.advanceTo(38 * MINUTE_MS);
    const width = bracket()?.getBBox().width ?? 0;
    await vi.waitFor(() =>
      expect(scoreOf(page)?.querySelector('text.event')?.textContent).toBe(NAME),
    );
    expect(bracket()?.getBBox().width).toBeGreaterThanOrEqual(width);
    const curve = sheetOf(page)?.querySelector('ct-day-curve')?.shadowRoot;
    expect(curve?.querySelectorAll('path.event')).toHaveLength(1);
  });

  it('is on the page of the room only once it has begun', async () => {
    const local = new LocalRoom(STATION);
    const element = document.createElement('ct-room');
    element.code = local.code;
    element.enter = () => enter(new LocalWire(local), 'wall');
    document.body.append(element);
    await vi.waitFor(() => expect(element.shadowRoot?.querySelector('ct-events')).not.toBeNull());
    expect(shownIn(element.shadowRoot)).toBe('');
    local.advanceTo(31 * MINUTE_MS);
    await vi.waitFor(() => expect(shownIn(element.shadowRoot)).toContain(NAME));
  });
});

describe('a day that is over', () => {
  it('is looked back on with what happened, at the desk and on the wall', async () => {
    const [element] = await desk('OVERS222');
    const recap = () => element.shadowRoot?.querySelector('ct-recap')?.shadowRoot;
    await vi.waitFor(() => expect(shownIn(recap())).toContain(NAME));
    element.remove();
    const [page] = await wall(STATION, 300);
    await vi.waitFor(() => expect(shownIn(sheetOf(page))).toContain(NAME));
    await vi.waitFor(() => expect(scoreOf(page)?.querySelector('text.event')).toBeTruthy(), {
      timeout: 5_000,
    });
  });

  it('is known from a snapshot, and what follows it, as from every fact', () => {
    const local = new LocalRoom(STATION);
    local.advanceTo(300 * MINUTE_MS);
    const [all, later] = [startWall(local.publicView), startWall(local.publicView)];
    let view = later;
    for (const fact of local.session.facts) {
      stepWall(all, fact);
      stepWall(view, fact);
      if (fact.kind === 'began') view = JSON.parse(JSON.stringify(view));
    }
    expect(view.day.events).toEqual(all.day.events);
    expect(view.day.events).toHaveLength(1);
  });
});
