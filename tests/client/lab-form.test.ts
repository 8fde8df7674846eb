import '../../client/look/page.css';
import '../../client/pages/lab/edit/edit.ts';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { LabForm, ScenarioEdited } from '../../client/elements/lab-form/lab-form.ts';
import {
  rootShape,
  SECTION_NAMES,
  SECTIONS,
  sectionOf,
} from '../../client/elements/lab-form/shapes.ts';
import { setLanguage } from '../../client/text/language.ts';
import {
  CATALOGUE_IDS,
  catalogueFile,
  readScenario,
  type Scenario,
} from '../../models/doors/scenario.ts';
import { faults } from './axe.ts';

interface Hung {
  readonly form: LabForm;
  readonly root: ShadowRoot;
  /** What the form told, in order. */
  readonly told: ScenarioEdited[];
}

/** The screen on the page, with a form of this file. */
async function hung(file: unknown): Promise<Hung> {
  const main = document.createElement('main');
  const screen = document.createElement('ct-lab-edit');
  screen.file = file;
  const told: ScenarioEdited[] = [];
  screen.addEventListener('ct-scenario', (event) =>
    told.push((event as CustomEvent<ScenarioEdited>).detail),
  );
  main.append(screen);
  document.body.append(main);
  await screen.updateComplete;
  const form = screen.shadowRoot?.querySelector('ct-lab-form') as LabForm;
  await form.updateComplete;
  return { form, root: form.shadowRoot as ShadowRoot, told };
}

const field = (root: ShadowRoot, id: string): HTMLInputElement => {
  const found = root.querySelector<HTMLInputElement>(`#${id}`);
  if (!found) throw new Error(`No field ${id}.`);
  return found;
};

/** Types into a field as a person does: its letters, then on to the next. */
async function write({ form, root }: Hung, id: string, text: string): Promise<void> {
  await userEvent.fill(field(root, id), text);
  await form.updateComplete;
}

/** Opens all that is folded, and what is folded in that. */
async function openAll({ form, root }: Omit<Hung, 'told'>, of = ''): Promise<void> {
  for (let turn = 0; turn < 4; turn++) {
    for (const one of root.querySelectorAll<HTMLElement>(`${of}[aria-expanded=false]`)) one.click();
    await form.updateComplete;
  }
}

function readable(file: unknown): Scenario {
  const reading = readScenario(file);
  if (!reading.ok) throw new Error(reading.problems[0]?.says.en);
  return reading.scenario;
}

const button = (name: string | RegExp) => page.getByRole('button', { name });
const read = (root: ShadowRoot, selector: string): string =>
  (root.querySelector(selector)?.textContent ?? '').replace(/\s+/g, ' ').trim();

beforeEach(async () => {
  setLanguage('fr');
  await page.viewport(1_280, 900);
});
afterEach(() => {
  document.body.replaceChildren();
  vi.restoreAllMocks();
});

describe('a field of the form', () => {
  it('stands with its name, its unit and its meaning, in both languages', async () => {
    const { form, root } = await hung(catalogueFile('petit-standard'));
    const target = () => field(root, 'f-serviceLevel-targetS').closest('.field')?.textContent;
    expect(target()).toMatch(/Décroché en\s+s\s+Un appel décroché dans ce délai/);
    setLanguage('en');
    await form.updateComplete;
    expect(target()).toMatch(/Answered within\s+s\s+Answered within this counts as met/);
  });

  it('says at once what does not fit, and tells nobody until it does', async () => {
    const all = await hung(catalogueFile('petit-standard'));
    const { root, told } = all;
    await write(all, 'f-serviceLevel-targetS', '-5');
    expect(read(root, '#f-serviceLevel-targetS-fault')).toMatch(/il faut au moins 0 s\./);
    expect(read(root, '[role=status]')).toBe('Une chose à reprendre');
    expect(told).toEqual([]);
    await write(all, 'f-serviceLevel-targetS', 'vite');
    expect(read(root, '#f-serviceLevel-targetS-fault')).toMatch(/vaut "vite" ; il faut un nombre/);
    await write(all, 'f-serviceLevel-targetS', '12,5');
    expect(root.querySelector('#f-serviceLevel-targetS-fault')).toBeNull();
    expect(told.at(-1)?.scenario.serviceLevel.targetS).toBe(12.5);
    expect(readScenario(told.at(-1)?.file).ok).toBe(true);
  });

  it('leads from the sentence to its place, through all that hides it', async () => {
    const file = catalogueFile('grand-centre') as { groups: { speed?: number }[] };
    Object.assign(file.groups[2] ?? {}, { shrinkage: 2 });
    const { form, root } = await hung(file);
    expect(root.querySelector('#f-groups-2-shrinkage')).toBeNull();
    await button(/il faut au plus 0\.95/).click();
    await form.updateComplete;
    await vi.waitFor(() => expect(root.activeElement?.id).toBe('f-groups-2-shrinkage'));
  });
});

describe('by how much', () => {
  it('changes every call and every group in one step, the calls on record too', async () => {
    const calls = { source: 'test', atS: [60, 120], type: [0, 1], handlingS: [30, 40] };
    const file = { ...(catalogueFile('petit-standard') as object), trace: calls };
    const before = readable(file);
    const all = await hung(file);
    const { form, root, told } = all;
    await page.getByLabelText('Tous les appels').getByRole('textbox').fill('25');
    await button('De plus').click();
    await form.updateComplete;
    const perHour = ({ types }: Scenario) => types.map((type) => [type.perHour].flat());
    expect(perHour(told.at(-1)?.scenario as Scenario)).toEqual(
      perHour(before).map((rates) => rates.map((rate) => Number((rate * 1.25).toPrecision(12)))),
    );
    expect(told.at(-1)?.scenario.trace?.volume).toBe(1.25);
    expect(root.textContent).toMatch(/il en vient 1,25\sfois autant/);
    await button('En plus').click();
    await form.updateComplete;
    const staff = ({ groups }: Scenario) => groups.flatMap((group) => [group.staff].flat());
    const more = staff(before).map((n) => (n > 0 ? n + 1 : 0));
    expect(staff(told.at(-1)?.scenario as Scenario)).toEqual(more);
    await button('Annuler').click();
    await button('Annuler').click();
    await form.updateComplete;
    expect(told.at(-1)?.scenario).toEqual(before);
    expect(await faults()).toEqual([]);
  });

  it('asks for an amount, and says where there is nothing to change', async () => {
    const { form, root } = await hung({ types: [], groups: [{ id: 'g' }] });
    const amount = page.getByLabelText('Chaque groupe, en conseillers').getByRole('textbox');
    await amount.fill('peu');
    await expect.element(button('En plus')).toBeDisabled();
    await amount.fill('2');
    await button('En plus').click();
    await form.updateComplete;
    expect(read(root, '.top > .fault')).toMatch(/n’a pas de nombre à changer/);
  });
});

describe('what was done', () => {
  it('is undone and done again, a field that was typed in as one step', async () => {
    const all = await hung(catalogueFile('petit-standard'));
    const { form, told } = all;
    const shown = () => field(all.root, 'f-serviceLevel-targetS').value;
    const before = shown();
    await write(all, 'f-serviceLevel-targetS', '3');
    await write(all, 'f-serviceLevel-targetS', '35');
    await button('Annuler').click();
    await form.updateComplete;
    expect(shown()).toBe(before);
    await button('Rétablir').click();
    await form.updateComplete;
    expect(shown()).toBe('35');
    expect(told.at(-1)?.scenario.serviceLevel.targetS).toBe(35);
  });

  it('is told against where one began, and each thing can be taken back', async () => {
    const all = await hung(catalogueFile('petit-standard'));
    const { form, root } = all;
    await write(all, 'f-serviceLevel-targetS', '35');
    await write(all, 'f-serviceLevel-shortAbandonS', '7');
    await button('2 changements').click();
    await form.updateComplete;
    expect(read(root, '.changes li')).toMatch(/Niveau de service › Décroché en 30 → 35 Revenir/);
    await button(/Revenir en arrière.*Décroché en/).click();
    await form.updateComplete;
    expect(field(root, 'f-serviceLevel-targetS').value).toBe('30');
    expect(read(root, '.compared')).toMatch(/^Un changement.*Abandon court/);
  });

  it('is downloaded as the file that one would write', async () => {
    const all = await hung(catalogueFile('petit-standard'));
    await write(all, 'f-serviceLevel-targetS', '35');
    const made: Blob[] = [];
    vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
      made.push(blob as Blob);
      return 'data:,';
    });
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => {});
    await button('Télécharger le fichier').click();
    const file = JSON.parse((await made[0]?.text()) ?? '') as object;
    expect(file).toEqual({
      ...(catalogueFile('petit-standard') as object),
      serviceLevel: { targetS: 35, shortAbandonS: 5 },
    });
  });

  it('starts anew from another day, one step back from the one before', async () => {
    const all = await hung(catalogueFile('petit-standard'));
    await page.getByLabelText('Partir de').selectOptions('accueil-humain');
    await all.form.updateComplete;
    expect(read(all.root, '.compared')).toBe('Rien n’a changé');
    await button('Annuler').click();
    await all.form.updateComplete;
    const { day } = catalogueFile('petit-standard') as { day: { lengthMin: number } };
    expect(field(all.root, 'f-day-lengthMin').value).toBe(`${day.lengthMin}`);
  });
});

describe('lists, profiles and laws', () => {
  it('take a column of a spreadsheet in a row of cells', async () => {
    const all = await hung(catalogueFile('grand-centre'));
    await button(/^Déclarer un sinistre/)
      .first()
      .click();
    await all.form.updateComplete;
    const was = readable(catalogueFile('grand-centre')).types[0]?.perHour;
    const cell = field(all.root, 'f-types-0-perHour-1');
    const data = new DataTransfer();
    data.setData('text', '100,5\n200\n1 300\n');
    cell.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true }));
    await all.form.updateComplete;
    const { perHour } = all.told.at(-1)?.scenario.types[0] ?? {};
    expect(perHour).toEqual([336, 100.5, 200, 1_300, ...(was as number[]).slice(4)]);
  });

  it('fit a profile to the intervals of the day when these change', async () => {
    const all = await hung(catalogueFile('grand-centre'));
    await write(all, 'f-day-intervalMin', '15');
    expect(read(all.root, '[role=status]')).toMatch(/choses à reprendre/);
    await button(/^Déclarer un sinistre/)
      .first()
      .click();
    await button('Ajuster à 48 intervalles').click();
    await all.form.updateComplete;
    expect(field(all.root, 'f-types-0-perHour-47')).toBeTruthy();
  });

  it('choose a law, then its parameters, and draw it', async () => {
    const all = await hung(catalogueFile('petit-standard'));
    const id = 'f-types-0-patience-law';
    await openAll(all, '.fold');
    await userEvent.selectOptions(field(all.root, id), 'weibull');
    await all.form.updateComplete;
    expect(field(all.root, 'f-types-0-patience-shape').value).toBe('0,8');
    expect(all.told.at(-1)?.scenario.types[0]?.patience).toMatchObject({ law: 'weibull' });
    const drawn = field(all.root, id).closest('.law')?.querySelector('.curve .bars');
    expect(drawn?.getAttribute('d')?.length).toBeGreaterThan(200);
  });

  it('add, duplicate and take out what they hold; a type keeps its skills under a new name', async () => {
    const all = await hung(catalogueFile('grand-centre'));
    await button(/^Déclarer un sinistre/)
      .first()
      .click();
    await button('Dupliquer : Déclarer un sinistre').click();
    await all.form.updateComplete;
    expect(
      all.told
        .at(-1)
        ?.scenario.types.map(({ id }) => id)
        .slice(0, 2),
    ).toEqual(['sinistre', 'sinistre5']);
    await write(all, 'f-types-0-id', 'degats');
    await userEvent.tab();
    await all.form.updateComplete;
    expect(all.told.at(-1)?.scenario.groups[0]?.skills[0]?.type).toBe('degats');
    await button(/^Plateau sinistres/).click();
    await all.form.updateComplete;
    expect(read(all.root, '#f-groups-0-skills-0-type option:checked')).toBe('Déclarer un sinistre');
    await button('Annuler').click();
    await button('Annuler').click();
    await all.form.updateComplete;
    expect(read(all.root, '.compared')).toBe('Rien n’a changé');
  });
});

describe('the form as a whole', () => {
  it('shows every field of the schema in one section, and only there', () => {
    const fields = Object.entries(rootShape().properties ?? {}).filter(
      ([key]) => !['format', 'trace'].includes(key),
    );
    const homes = (at: string, key: string) =>
      SECTION_NAMES.filter((name) =>
        SECTIONS[name].some(
          (pick: { at: string; only?: readonly string[]; except?: readonly string[] }) =>
            pick.at === at && (pick.only?.includes(key) ?? true) && !pick.except?.includes(key),
        ),
      );
    for (const [at, shape] of fields)
      for (const key of Object.keys((shape.items ?? shape).properties ?? { self: {} })) {
        expect(homes(at, key), `${at}.${key}`).toHaveLength(1);
        expect(sectionOf(shape.items ? [at, 0, key] : [at, key])).toBe(homes(at, key)[0]);
      }
  });

  it.each(CATALOGUE_IDS)(
    'reads %s as it is, and changes nothing of it by being shown',
    async (id) => {
      const { root, told } = await hung(catalogueFile(id));
      expect(read(root, '[role=status]')).toBe('Le scénario se tient.');
      expect(read(root, '.compared')).toBe('Rien n’a changé');
      expect(told).toEqual([]);
    },
  );

  it('draws what is closed only once it is opened: fifty types and fifty groups at once', async () => {
    const file = catalogueFile('grand-centre') as {
      types: { id: string }[];
      groups: { id: string }[];
    };
    const many = <T extends { id: string }>(items: T[]): T[] =>
      Array.from({ length: 50 }, (_, i) => ({ ...(items[i % items.length] as T), id: `x${i}` }));
    const types = many(file.types);
    const groups = many(file.groups).map((group) => ({ ...group, skills: [{ type: 'x0' }] }));
    const { root } = await hung({ ...file, types, groups });
    expect(root.querySelectorAll('.item').length).toBeGreaterThanOrEqual(150);
    expect(root.querySelectorAll('input').length).toBeLessThan(60);
  });

  it.each([
    ['fr', 360],
    ['en', 360],
    ['fr', 1_280],
    ['en', 1_280],
  ] as const)('holds in %s at %i, opened, without a fault of access', async (language, width) => {
    setLanguage(language);
    await page.viewport(width, 800);
    const { form, root } = await hung(catalogueFile('accueil-humain'));
    await openAll({ form, root });
    const { clientWidth, scrollWidth } = document.documentElement;
    expect(scrollWidth).toBeLessThanOrEqual(clientWidth);
    expect(await faults()).toEqual([]);
  });
});
