import { html, LitElement } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { distinctUntilChanged, skip } from 'rxjs';
import '../../elements/top-bar/top-bar.ts';
import './question.ts';
import type { ScenarioEdited } from '../../elements/lab-form/lab-form.ts';
import { base, buttons } from '../../look/shared.ts';
import { Lab, type LabState } from '../../state/lab.ts';
import { LabData } from '../../state/lab-data.ts';
import { LabFit } from '../../state/lab-fit.ts';
import { linked, roomIn } from '../../state/lab-link.ts';
import { isSameWork, keepWork, workBefore } from '../../state/lab-session.ts';
import { Watch } from '../../state/watch.ts';
import { labWords } from '../../text/lab.ts';
import { fitWords } from '../../text/lab-fit.ts';
import { LanguageController } from '../../text/language.ts';
import { codeIn, codeShown } from '../../wire/code.ts';
import { getRoomScenario } from '../../wire/http.ts';
import { hostToken } from '../../wire/kept.ts';
import { PageExecutor } from '../../work/page-executor.ts';
import { DeviceMemory, RememberingExecutor } from '../../work/remembering.ts';
import { TrialsKept } from '../../work/trials-kept.ts';
import { labStyles } from './lab.styles.ts';

/** The screens, in the order of the work; each is an address (#answer). */
const STEPS = ['question', 'data', 'centre', 'answer'] as const;
type Step = (typeof STEPS)[number];

/** The screens that follow come behind the first one: nobody waits for them. */
const following = () =>
  Promise.all([
    import('./answer.ts'),
    import('./data.ts'),
    import('./edit/edit.ts'),
    import('./fit/fit.ts'),
  ]);

const stepOf = (hash: string): Step =>
  STEPS.find((step) => hash.split('?')[0] === `#${step}`) ?? 'question';

/** The planner's lab: from a raw file to an answer one can defend. All of it is in this page. */
@customElement('ct-lab')
export class LabPage extends LitElement {
  protected readonly language = new LanguageController(this);
  /** A test hands in a lab of its own. */
  @property({ attribute: false }) lab: Lab | null = null;
  @state() private step: Step = stepOf(location.hash);
  private readonly engines = new PageExecutor();
  private readonly executor = new RememberingExecutor(this.engines, new DeviceMemory());
  private watch: Watch<LabState> | null = null;
  private data: LabData | null = null;
  private fit: LabFit | null = null;

  static override styles = [base, buttons, labStyles];

  private readonly moved = () => {
    this.step = stepOf(location.hash);
    this.follow();
    scrollTo(0, 0);
  };

  /**
   * A link may bring a question: it is taken, and answered where the answer was shared; what
   * cannot be used of it is said beside the question.
   */
  private follow(): void {
    const [, text] = location.hash.split('?');
    const room = roomIn(text ?? '');
    if (room !== '') return void this.study(room);
    const found = text === undefined ? null : linked(text);
    if (found === null) return;
    const isSame = text === this.lab?.link;
    if (isSame && this.lab?.state.report !== null) return;
    if (isSame || this.lab?.follow(found, found.problem)) {
      if (this.step === 'answer' && !this.lab?.state.run) void this.lab?.answer();
    } else {
      history.replaceState(null, '', '#question');
      this.step = 'question';
    }
  }

  /** The scenario of a room comes into the lab; the address then says so no more. */
  private async study(room: string): Promise<void> {
    const code = codeIn(room) ?? room;
    history.replaceState(null, '', '#question');
    const reply = await getRoomScenario(code, hostToken(code));
    if (reply.ok) this.lab?.takeFile(codeShown(code), reply.scenario);
    else this.lab?.refuse(reply.problem);
  }

  /** A lab that goes on with what was worked on in this tab, and keeps it there. */
  private own(): Lab {
    const lab = new Lab(this.executor, undefined, this.engines, new TrialsKept());
    const before = workBefore();
    if (before !== null) lab.resume(before);
    lab.state$.pipe(distinctUntilChanged(isSameWork), skip(1)).subscribe(keepWork);
    // An answer that a reload took away is taken up again: its days are kept.
    if (before?.asked && this.step === 'answer') void lab.answer();
    return lab;
  }

  override connectedCallback(): void {
    this.lab ??= this.own();
    const { lab } = this;
    this.data = new LabData(
      this.executor,
      () => this.requestUpdate(),
      (name, file) => (lab.takeFile(name, file) ? null : (lab.state.problems[0] ?? null)),
    );
    this.fit = new LabFit(this.executor, () => this.requestUpdate());
    const { state$ } = lab;
    this.watch = new Watch(this, () => state$);
    super.connectedCallback();
    document.title = labWords().title;
    addEventListener('hashchange', this.moved);
    this.follow();
  }

  protected override firstUpdated(): void {
    void following();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('hashchange', this.moved);
    this.data?.close();
    this.engines.close();
  }

  private readonly go = () => {
    void this.lab?.answer();
    // What is asked is in the address as soon as it is asked, where an address can hold it.
    const link = this.lab?.link ?? null;
    location.hash = link === null ? '#answer' : `#answer?${link}`;
  };

  /** A file of calls was dropped: it is read, and shown. */
  private readonly records = ({ detail }: CustomEvent<File>) => {
    void this.data?.open(detail);
    location.hash = '#data';
  };

  private readonly edited = ({ detail }: CustomEvent<ScenarioEdited>) => {
    this.lab?.edit(detail.file, detail.scenario);
  };

  /** The day to plan, made of records, is the centre from here on. */
  private readonly planned = ({ detail }: CustomEvent<unknown>) => {
    const name = this.data?.state.file ?? '';
    if (this.lab?.takeFile(name, detail)) location.hash = '#question';
  };

  /** What the records come to, where there are any; then the scenario, to be read and changed. */
  private centre(state: LabState | null) {
    const edit = html`<ct-lab-edit
      .file=${state?.file ?? null}
      @ct-scenario=${this.edited}
    ></ct-lab-edit>`;
    if (this.data?.records == null) return edit;
    return html`<div class="centre">
      <ct-lab-fit
        .data=${this.data}
        .fit=${this.fit}
        .version=${this.fit?.state}
        @ct-typical=${this.planned}
      ></ct-lab-fit>
      <details>
        <summary>${fitWords().scenario}</summary>
        ${edit}
      </details>
    </div>`;
  }

  private screen() {
    const [lab, state] = [this.lab, this.watch?.value ?? null];
    if (this.step === 'answer')
      return html`<ct-lab-answer .lab=${lab} .state=${state}></ct-lab-answer>`;
    if (this.step === 'data')
      return html`<ct-lab-data .data=${this.data} .version=${this.data?.state}></ct-lab-data>`;
    if (this.step === 'centre') return this.centre(state);
    return html`<ct-lab-question .lab=${lab} 
      .state=${state}
      @ct-go=${this.go}
      @ct-records=${this.records}
    ></ct-lab-question>`;
  }

  override render() {
    const { steps } = labWords();
    const state = this.watch?.value;
    return html`<ct-top-bar></ct-top-bar>
      <main>
        <aside>
          <p class="asked">${steps.asked[state?.question ?? 'staff']}</p>
          <nav aria-label=${steps.label}>
            <ol>
              ${STEPS.map(
                (step) => html`<li>
                  <a href="#${step}" aria-current=${step === this.step ? 'step' : 'false'}>
                    ${steps[step]}
                  </a>
                </li>`,
              )}
            </ol>
          </nav>
        </aside>
        ${this.screen()}
      </main>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ct-lab': LabPage;
  }
}
