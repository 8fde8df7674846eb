import {
  type Difference,
  differences,
  type FilePath,
  takenBack,
  valueAt,
  withItem,
  withValue,
} from '../../models/doors/editing.ts';

/** One moment of the editing: the file, and the one it is compared with. */
interface Moment {
  readonly began: unknown;
  readonly file: unknown;
}

/** A scenario file being edited: what it is, what it was, and how to go back and forth. */
export class Edits {
  private now: Moment;
  private past: readonly Moment[] = [];
  private future: readonly Moment[] = [];
  /** The field being typed in: its letters are one step back, not one each. */
  private typing = '';

  constructor(file: unknown) {
    this.now = { began: file, file };
  }

  get file(): unknown {
    return this.now.file;
  }

  get canUndo(): boolean {
    return this.past.length > 0;
  }

  get canRedo(): boolean {
    return this.future.length > 0;
  }

  private go(now: Moment, typing = ''): void {
    if (now.file === this.now.file) return;
    if (typing === '' || typing !== this.typing) this.past = [...this.past, this.now];
    this.typing = typing;
    this.future = [];
    this.now = now;
  }

  private to(file: unknown, typing = ''): void {
    this.go({ ...this.now, file }, typing);
  }

  /** @param typing true while letters come: until `settle`, the field is one step */
  set(path: FilePath, value: unknown, typing = false): void {
    if (valueAt(this.file, path) === value) return;
    this.to(withValue(this.file, path, value), typing ? path.join('.') : '');
  }

  /** The file changed in several places at once: one step back. */
  replace(file: unknown): void {
    this.to(file);
  }

  /** What follows from the last change: no step back of its own. */
  follow(does: (file: unknown) => unknown): void {
    this.now = { ...this.now, file: does(this.file) };
  }

  insert(path: FilePath, at: number, item: unknown): void {
    this.to(withItem(this.file, path, at, item));
  }

  takeBack(difference: Difference): void {
    this.to(takenBack(this.file, difference));
  }

  /** Another file altogether, compared with itself; the one before is a step back. */
  startFrom(file: unknown): void {
    this.go({ began: file, file });
  }

  settle(): void {
    this.typing = '';
  }

  undo(): void {
    const last = this.past.at(-1);
    if (!last) return;
    this.future = [this.now, ...this.future];
    this.past = this.past.slice(0, -1);
    this.now = last;
    this.typing = '';
  }

  redo(): void {
    const [next, ...rest] = this.future;
    if (!next) return;
    this.past = [...this.past, this.now];
    this.future = rest;
    this.now = next;
    this.typing = '';
  }

  get differences(): readonly Difference[] {
    return differences(this.now.began, this.file);
  }
}
