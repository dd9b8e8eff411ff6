import { parseArgs } from 'node:util';

export const backends = ['postgres', 'redis'] as const;
export type Backend = (typeof backends)[number];

export interface BenchOptions {
  /** Keys of the rows to run; all when empty. */
  only: readonly string[];
  backends: readonly Backend[];
  /** Fewer and shorter rounds: for trying the bench out, not for figures to be kept. */
  quick: boolean;
  /** Leaves the worker out of the rows of intake: to see what is the server's share, not for figures to be kept. */
  withoutWorker: boolean;
  /** Where the server, the worker and the references leave CPU profiles. */
  profileDir: string | undefined;
  /** Where the figures are written; nothing is written for a part of the rows unless it is named. */
  out: string | undefined;
}

export const usage = `npm run bench -- [options]
  --only <row>          only this row; may be given several times
  --backend <name>      postgres or redis; both unless said otherwise
  --quick               fewer and shorter rounds, for a first look
  --without-worker      intake rows only: no worker beside the server, to see what is whose
  --profile <folder>    leave CPU profiles there and print what costs most
  --out <file>          write the figures there (default bench/results.json when all rows run in full)
  --help                this text and the names of the rows`;

/** @throws Error that says what is wrong with the arguments. */
export function readOptions(argv: readonly string[]): BenchOptions & { help: boolean } {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      only: { type: 'string', multiple: true },
      backend: { type: 'string', multiple: true },
      quick: { type: 'boolean' },
      'without-worker': { type: 'boolean' },
      profile: { type: 'string' },
      out: { type: 'string' },
      help: { type: 'boolean' },
    },
  });
  return {
    only: values.only ?? [],
    backends: values.backend ? values.backend.map(toBackend) : backends,
    quick: values.quick ?? false,
    withoutWorker: values['without-worker'] ?? false,
    profileDir: values.profile,
    out: values.out,
    help: values.help ?? false,
  };
}

function toBackend(name: string): Backend {
  const backend = backends.find((known) => known === name);
  if (!backend) throw new Error(`--backend is one of: ${backends.join(', ')}.`);
  return backend;
}
