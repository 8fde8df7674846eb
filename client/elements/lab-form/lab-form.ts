import { html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { type FilePath, valueAt } from '../../../models/doors/editing.ts';
import {
  type Problem,
  readScenario,
  type Says,
  type Scenario,
  type ScenarioFile,
  setPath,
} from '../../../models/doors/scenario.ts';
import { base } from '../../look/shared.ts';
import { Edits } from '../../state/edits.ts';
import { clockTime, figure } from '../../text/figures.ts';
import { labEditWords } from '../../text/lab-edit.ts';
import { LanguageController, say } from '../../text/language.ts';
import './by-how-much.ts';
import type { ChangedBy } from './by-how-much.ts';
import { changes, placeSaid } from './changes.ts';
import { controlStyles } from './controls.styles.ts';
import { type Form, idOf } from './form.ts';
import { labFormStyles } from './lab-form.styles.ts';
import { folds, itemName } from './lists.ts';
import { numberShown } from './numbers.ts';
import { fieldShown, fields, saysItsOwn } from './parts.ts';
import { opensAtMs, plan } from './plan.ts';
import {
  isAside,
  isEssential,
  kindOf,
  type Pick,
  rootShape,
  SECTION_NAMES,
  SECTIONS,
  type Section,
  sectionOf,
  shapeOf,
} from './shapes.ts';
import { forgotten, renamed, taught } from './skills.ts';

/** The scenario that was edited, whenever it can be read. */
export interface ScenarioEdited {
  readonly file: ScenarioFile;
  readonly scenario: Scenario;
}

const faultSaid = (fault: Says | null) =>
  fault === null ? nothing : html`<p class="fault" role="status">${say(fault)}</p>`;

const steps = (path: string): FilePath =>
  path.split('.').map((step) => (/^\d+$/.test(step) ? Number(step) : step));

/**
 * A scenario as a form, made of the one schema. Says at once what does not fit, where; undoes;
 * tells what differs from where one began. Tells `ct-scenario` whenever what is written can be
 * read.
 */
@customElement('ct-lab-form')
export class LabForm extends LitElement {
  protected readonly language = new LanguageController(this);
  /** The file one begins from. Another one begins anew. */
  @property({ attribute: false }) file: unknown = null;
  @state() private problems: readonly Problem[] = [];
  @state() private more = 0;
  @state() private open: ReadonlySet<string> = new Set();
  /** Why the last change of all at once could not be. */
  @state() private unchanged: Says | null = null;
  private edits = new Edits(null);
  private begun: unknown = null;
  /** The last that could be read: what the picture shows. */
  private scenario: Scenario | null = null;
  private typing: { readonly id: string; readonly text: string } | null = null;
  /** Fields that stay where they are, though they say nothing of their own any more. */
  private readonly touched = new Set<string>();

  static override styles = [base, controlStyles, labFormStyles];

  protected override willUpdate(): void {
    if (this.file === this.begun) return;
    const first = this.begun === null;
    this.begun = this.file;
    if (first) this.edits = new Edits(this.file);
    else this.edits.startFrom(this.file);
    this.touched.clear();
    this.open = new Set(
      SECTION_NAMES.filter((name) => name !== 'file').filter((name) =>
        SECTIONS[name].some(({ at }) => {
          const shape = shapeOf([at]);
          return shape !== undefined && saysItsOwn(this.file, [at], shape);
        }),
      ),
    );
    this.read();
  }

  private read(): void {
    const reading = readScenario(this.edits.file);
    this.problems = reading.ok ? [] : reading.problems;
    this.more = reading.ok ? 0 : reading.more;
    if (reading.ok) this.scenario = reading.scenario;
  }

  /** Does something to the file, and tells what it came to. */
  private readonly change = (does: () => void): void => {
    does();
    this.read();
    this.requestUpdate();
    if (this.problems.length > 0 || this.scenario === null) return;
    const detail = { file: this.edits.file, scenario: this.scenario } as ScenarioEdited;
    this.dispatchEvent(new CustomEvent('ct-scenario', { detail, bubbles: true, composed: true }));
  };

  private readonly toggle = (key: string): void => {
    const open = new Set(this.open);
    if (!open.delete(key)) open.add(key);
    this.open = open;
  };

  private readonly settle = (): void => {
    this.edits.settle();
    this.typing = null;
    this.requestUpdate();
  };

  private faults(path: FilePath, below = false): readonly Says[] {
    const at = path.join('.');
    return this.problems
      .filter((one) => one.path === at || (below && one.path.startsWith(`${at}.`)))
      .map(({ says }) => says);
  }

  /** A field that is written in the file, or was, or that all ask for, stays in sight. */
  private isTold(path: FilePath): boolean {
    if (isAside(path)) return this.touched.has(path.join('.'));
    if (isEssential(path) || this.touched.has(path.join('.'))) return true;
    const isWritten = [this.edits.file, this.file].some(
      (file) => valueAt(file, path) !== undefined,
    );
    if (isWritten) this.touched.add(path.join('.'));
    return isWritten;
  }

  /** What the parts of the form are given: as it stands now. */
  private get form(): Form {
    const { file } = this.edits;
    const [opensAt, lengthMin, stepMin] = ['opensAt', 'lengthMin', 'intervalMin'].map((key) =>
      valueAt(file, ['day', key]),
    );
    const step = typeof stepMin === 'number' && stepMin > 0 ? stepMin : 30;
    const types = (valueAt(file, ['types']) ?? []) as readonly unknown[];
    return {
      value: (path) => valueAt(file, path),
      faults: (path, below) => this.faults(path, below),
      set: (path, value, typing) => this.change(() => this.put(path, value, typing)),
      insert: (path, at, item) => this.change(() => this.insert(path, at, item)),
      settle: this.settle,
      typed: (id) => (this.typing?.id === id ? this.typing.text : undefined),
      type: (id, text) => {
        this.typing = { id, text };
      },
      isOpen: (key) => this.open.has(key),
      toggle: this.toggle,
      isTold: (path) => this.isTold(path),
      types: types.flatMap((type) => {
        const id = valueAt(type, ['id']);
        return typeof id === 'string' ? [id] : [];
      }),
      typeSaid: (id) => {
        const at = types.findIndex((type) => valueAt(type, ['id']) === id);
        return at < 0 ? id : itemName(['types'], types[at], at);
      },
      intervals: Math.max(1, Math.ceil(Number(lengthMin ?? 60) / step - 1e-9) || 1),
      timeOf: (i) => clockTime(opensAtMs(opensAt) + i * step * 60_000),
      field: fieldShown,
    };
  }

  /** One value; what groups can do follows the types. */
  private put(path: FilePath, value: unknown, typing = false): void {
    const { edits } = this;
    const before = valueAt(edits.file, path);
    this.touched.add(path.join('.'));
    edits.set(path, value, typing);
    if (path[0] !== 'types') return;
    if (path.length === 3 && path[2] === 'id') edits.follow((file) => renamed(file, before, value));
    if (path.length === 2 && value === undefined)
      edits.follow((file) => forgotten(file, valueAt(before, ['id'])));
  }

  private insert(path: FilePath, at: number, item: unknown): void {
    const { edits } = this;
    const like = valueAt(edits.file, [...path, at - 1, 'id']);
    const isCopy = valueAt(edits.file, [...path, at - 1, 'name']) === valueAt(item, ['name']);
    edits.insert(path, at, item);
    if (path[0] === 'types' && path.length === 1)
      edits.follow((file) => taught(file, valueAt(item, ['id']), isCopy ? like : null));
  }

  /** Opens all that hides a place, and goes there. */
  private readonly goTo = async (at: string): Promise<void> => {
    const path = steps(at);
    const section = sectionOf(path);
    const item = path.slice(0, 2).join('.');
    const keys = path.map((_, i) => path.slice(0, i + 1).join('.'));
    for (const key of keys) this.touched.add(key);
    this.open = new Set([...this.open, section, `${section}:${item}`]);
    await this.updateComplete;
    for (let n = path.length; n > 0; n--) {
      const found = this.renderRoot.querySelector<HTMLElement>(`#${idOf(path.slice(0, n))}`);
      if (!found) continue;
      found.scrollIntoView({ block: 'center' });
      found.focus();
      return;
    }
  };

  private readonly download = (): void => {
    const text = `${JSON.stringify(this.edits.file, null, 2)}\n`;
    const address = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
    const link = document.createElement('a');
    link.href = address;
    link.download = 'scenario.json';
    link.click();
    URL.revokeObjectURL(address);
  };

  /** All types, or all groups, by as much: one step back. */
  private readonly byHowMuch = ({ detail }: CustomEvent<ChangedBy>): void => {
    const done = setPath(this.edits.file, detail.path, detail.by);
    this.unchanged = done.ok ? null : done.problem.says;
    if (done.ok) this.change(() => this.edits.replace(done.file));
  };

  private bar() {
    const words = labEditWords();
    const { edits } = this;
    const undo = () => this.change(() => edits.undo());
    const redo = () => this.change(() => edits.redo());
    return html`<div class="bar">
      <button type="button" class="small" ?disabled=${!edits.canUndo} @click=${undo}>
        ${words.undo}
      </button>
      <button type="button" class="small" ?disabled=${!edits.canRedo} @click=${redo}>
        ${words.redo}
      </button>
      <button type="button" class="small" @click=${this.download}>${words.download}</button>
    </div>`;
  }

  private verdict() {
    const words = labEditWords();
    const { more, problems } = this;
    return html`<div class="verdict">
      <p role="status" class=${problems.length > 0 ? 'fault' : ''}>
        ${problems.length > 0 ? words.mend(problems.length + more) : words.sound}
      </p>
      <ul>
        ${problems.slice(0, 5).map(
          ({ path, says }) => html`<li>
            <button type="button" class="go" @click=${() => this.goTo(path)}>
              <span>${path === '' ? '' : placeSaid(this.edits.file, steps(path))}</span>
              ${say(says)}
            </button>
          </li>`,
        )}
      </ul>
    </div>`;
  }

  private compared() {
    const words = labEditWords();
    const found = this.edits.differences;
    const open = found.length > 0 && this.open.has('changes');
    return html`<div class="compared">
      <button
        type="button"
        class="more"
        aria-expanded=${open}
        ?disabled=${found.length === 0}
        @click=${() => this.toggle('changes')}
      >
        ${words.changes(found.length)}
      </button>
      ${
        open
          ? changes(this.edits.file, found, (one) => this.change(() => this.edits.takeBack(one)))
          : nothing
      }
    </div>`;
  }

  private picked(form: Form, section: Section, { at, ...pick }: Pick) {
    const shape = rootShape().properties?.[at];
    if (!shape) return nothing;
    if (kindOf(shape) === 'list') return folds(form, [at], shape, section, pick);
    if (section === 'day' || section === 'service' || section === 'human')
      return html`<div class="bare">${this.bare(form, at, pick)}</div>`;
    return fieldShown(form, [at], shape, pick);
  }

  /** The fields of a part whose name the section already says. */
  private bare(form: Form, at: string, pick: Omit<Pick, 'at'>) {
    const words = labEditWords();
    if (at === 'arbitration' && form.value([at]) === undefined)
      return html`<p class="help">${words.humanNeeds}</p>`;
    const shape = shapeOf([at]);
    const why = at === 'arbitration' ? html`<p class="help">${words.humanWhy}</p>` : nothing;
    return shape ? html`${why}${fields(form, [at], shape, pick)}` : nothing;
  }

  private section(form: Form, name: Section) {
    const open = this.open.has(name);
    const picks: readonly Pick[] = SECTIONS[name];
    const shown = picks.filter(
      ({ at, isView }) =>
        !isView ||
        name !== 'arbitration' ||
        form.value(['arbitration']) !== undefined ||
        at === 'arbitration',
    );
    const drawn = () => shown.map((pick) => this.picked(form, name, pick));
    return html`<section>
      <h2>
        <button
          type="button"
          class="fold"
          aria-expanded=${open}
          @click=${() => this.toggle(name)}
        >
          ${labEditWords().sections[name]}
        </button>
      </h2>
      ${open ? html`<div class="inside">${drawn()}</div>` : nothing}
    </section>`;
  }

  override render() {
    if (this.file === null) return nothing;
    const { form } = this;
    const [trace, times] = ['atS', 'volume'].map((key) => valueAt(this.edits.file, ['trace', key]));
    const volume = [times ?? 1].flat().map(Number);
    const asMany = volume.every((one) => one === 1) ? '' : volume.map(numberShown).join(' / ');
    return html`<div class="top">
        ${this.scenario ? plan(this.scenario) : nothing}
        <ct-by-how-much @ct-by=${this.byHowMuch}></ct-by-how-much>
        ${faultSaid(this.unchanged)} ${this.bar()} ${this.verdict()} ${this.compared()}
      </div>
      ${SECTION_NAMES.map((name) => this.section(form, name))}
      ${
        Array.isArray(trace)
          ? html`<p class="help">${labEditWords().recorded(figure(trace.length), asMany)}</p>`
          : nothing
      }`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ct-lab-form': LabForm;
  }
}
