import { DOOR } from './doors.ts';
import { type Complaint, type Import, importsOf, isCode, type SourceText } from './tree.ts';

/** The layers of the house: who may import whom. First match wins, from the top. */
interface Layer {
  readonly name: string;
  readonly is: RegExp;
  /** Files it may import. */
  readonly may: readonly RegExp[];
  /** Packages and Node modules it may import. */
  readonly packages: readonly RegExp[];
  /** What to do instead. */
  readonly instead: string;
}

const KERNEL = /^models\/kernel\//;
const WORDS = /^models\/(words|scenario)\//;
/** What counts, as against what happens: neither calendar nor chance. */
const COUNTING = /^models\/kernel\/(?!calendar|luck|streams|laws)/;
const POLICIES = /^models\/policies\//;
const CENTRE = /^models\/centre\//;
const FOLDS = /^models\/folds\//;
const SUPPORT = /^tests\/support\//;
const CONFIGURATION = /(^|\/)[\w.-]+\.config\.ts$/;
const ANY = /^/;
const NODE = /^node:/;
const NOT_NODE = /^(?!node:)/;
const HASHES = /^@noble\/hashes\//;

const LAYERS: readonly Layer[] = [
  {
    name: 'configuration',
    is: CONFIGURATION,
    may: [SUPPORT, CONFIGURATION],
    packages: [ANY, NODE],
    instead: 'configuration stands alone',
  },
  {
    name: 'models/kernel/streams.ts',
    is: /^models\/kernel\/streams\.ts$/,
    may: [KERNEL],
    packages: [/^seedrandom(\/|$)/],
    instead: 'the kernel stands alone; hand the rest in as an argument',
  },
  {
    name: 'models/kernel',
    is: KERNEL,
    may: [KERNEL],
    packages: [],
    instead: 'the kernel stands alone; hand the rest in (only kernel/streams.ts meets seedrandom)',
  },
  {
    name: 'models/words and models/scenario',
    is: WORDS,
    may: [WORDS, KERNEL],
    packages: [/^zod$/],
    instead: 'words may import the kernel and each other; move the rule to policies or centre',
  },
  {
    name: 'models/policies',
    is: POLICIES,
    may: [POLICIES, KERNEL, WORDS],
    packages: [],
    instead:
      'a policy takes a read-only view and luck, and gives a choice; never the centre itself',
  },
  {
    name: 'models/centre',
    is: CENTRE,
    may: [CENTRE, POLICIES, KERNEL, WORDS],
    packages: [],
    instead: 'report what happened to the recorder; whoever wants it folds the facts',
  },
  {
    name: 'models/folds',
    is: FOLDS,
    may: [FOLDS, WORDS, COUNTING],
    packages: [],
    instead: "folds may import only words and the kernel's tally; put what is missing in a fact",
  },
  {
    name: 'models/live',
    is: /^models\/live\//,
    may: [/^models\/live\//, KERNEL, WORDS, POLICIES, CENTRE, FOLDS],
    packages: [],
    instead: 'a driver takes clock, network and store as arguments',
  },
  {
    name: 'models/study',
    is: /^models\/study\//,
    may: [/^models\/study\//, KERNEL, WORDS, POLICIES, CENTRE, FOLDS],
    packages: [HASHES],
    instead: 'a driver takes clock, files and workers as arguments',
  },
  {
    name: 'models/play',
    is: /^models\/play\//,
    may: [/^models\/(play|study)\//, KERNEL, WORDS, POLICIES, CENTRE, FOLDS],
    packages: [],
    instead: 'what a person played is told from facts and commands; live rooms are not asked',
  },
  {
    name: 'the doors',
    is: DOOR,
    may: [/^models\//],
    packages: [],
    instead: 'a door only re-exports',
  },
  {
    name: 'server',
    is: /^server\//,
    may: [/^server\//, DOOR, /^package\.json$/],
    packages: [ANY],
    instead: 'import the models from models/doors/; what the client needs goes over the wire',
  },
  {
    name: 'client',
    is: /^client\//,
    may: [/^client\//, DOOR],
    packages: [NOT_NODE],
    instead: 'import the models from models/doors/; what the server knows comes over the wire',
  },
  {
    name: 'tests of the client',
    is: /^tests\/(client|gallery)\//,
    may: [
      /^tests\/(client|gallery)\//,
      /^tests\/support\/(executor\.suite|day-at-a-desk)\.ts$/,
      /^client\//,
      DOOR,
    ],
    packages: [NOT_NODE],
    instead: 'they run in a browser: import the models from models/doors/, and no server',
  },
  {
    name: 'tests of the server',
    is: /^tests\/(server|load|e2e)\/|^tests\/fuzz\/socket/,
    may: [/^tests\/(server|load|e2e|fuzz)\//, SUPPORT, /^server\//, DOOR],
    packages: [ANY],
    instead: 'import the models from models/doors/; the client is met through a browser (e2e)',
  },
  {
    name: 'the bench',
    is: /^tests\/bench\//,
    may: [/^tests\/bench\//, SUPPORT, DOOR, /^server\//],
    packages: [ANY],
    instead: 'measure what the product exports (models/doors/), not a part of it',
  },
  {
    name: 'tests of the models',
    is: /^tests\//,
    may: [/^tests\//, /^models\//, /^server\//, /^package\.json$/],
    packages: [ANY],
    instead: 'a test of the client lives in tests/client and runs in a browser',
  },
];

function says(layer: Layer | undefined, path: string, wanted: Import): string | null {
  if (!layer) return 'this folder belongs to no layer: put the module where the house has a place';
  const allowed = wanted.to === '' ? layer.packages : layer.may;
  if (allowed.some((one) => one.test(wanted.to || wanted.of))) return null;
  return `${path} imports ${wanted.to || wanted.of}: not for ${layer.name}; ${layer.instead}`;
}

/** Imports that cross a layer the wrong way. */
export function layerComplaints(all: readonly SourceText[]): Complaint[] {
  const found: Complaint[] = [];
  for (const source of all) {
    if (!isCode(source.path)) continue;
    const layer = LAYERS.find((one) => one.is.test(source.path));
    for (const wanted of importsOf(source)) {
      const why = says(layer, source.path, wanted);
      if (why) found.push({ path: source.path, line: wanted.line, says: why });
    }
  }
  return found;
}
