import { parseArgs } from 'node:util';

export type Backend = 'postgres' | 'redis';

export interface ChaosOptions {
  backends: readonly Backend[];
  seeds: readonly number[];
  events: number;
  calls: number;
  /** Deliveries a second. */
  rate: number;
  controls: boolean;
  /** A folder that keeps the logs of all processes; they are thrown away without it. */
  logs: string | undefined;
}

export class WrongOptions extends Error {}

export const chaosHelp = `npm run chaos -- [options]

  --seeds N          runs on each backend, one seed each (default 5; 0 leaves nothing but the controls)
  --seed-from N      the first seed (default 1)
  --events N         distinct webhook events of a run (default 10000)
  --calls N          calls that they belong to (default 1000)
  --rate N           deliveries a second (default 350)
  --backend NAME     postgres, redis or both: where jobs are kept (default both)
  --no-controls      leaves out the two runs that must fail
  --logs FOLDER      keeps what the processes logged
  --help             shows this
`;

/** Each call needs room for its beginning, its tool, its end and its report. */
const fewestEventsPerCall = 8;

/** @returns null when only help is wanted. @throws WrongOptions */
export function readOptions(argv: readonly string[]): ChaosOptions | null {
  const values = parse(argv);
  if (values.help) return null;
  const [seeds, first] = [count(values.seeds, '--seeds', 0), count(values['seed-from'], '--seed-from', 0)];
  const [events, calls] = [count(values.events, '--events', 1), count(values.calls, '--calls', 1)];
  if (events < calls * fewestEventsPerCall)
    throw new WrongOptions(`Give each call ${fewestEventsPerCall} events or more: raise --events or lower --calls.`);
  return {
    backends: backendsOf(values.backend),
    seeds: Array.from({ length: seeds }, (_, index) => first + index),
    events,
    calls,
    rate: count(values.rate, '--rate', 1),
    controls: values.controls,
    logs: values.logs,
  };
}

function parse(argv: readonly string[]) {
  try {
    return parseArgs({
      args: [...argv],
      allowNegative: true,
      options: {
        backend: { type: 'string', default: 'both' },
        seeds: { type: 'string', default: '5' },
        'seed-from': { type: 'string', default: '1' },
        events: { type: 'string', default: '10000' },
        calls: { type: 'string', default: '1000' },
        rate: { type: 'string', default: '350' },
        controls: { type: 'boolean', default: true },
        logs: { type: 'string' },
        help: { type: 'boolean', default: false },
      },
    }).values;
  } catch (error) {
    throw new WrongOptions(error instanceof Error ? error.message : String(error));
  }
}

function backendsOf(name: string): Backend[] {
  if (name === 'both') return ['postgres', 'redis'];
  if (name === 'postgres' || name === 'redis') return [name];
  throw new WrongOptions('--backend is postgres, redis or both.');
}

function count(text: string, name: string, least: number): number {
  const value = Number(text);
  if (Number.isInteger(value) && value >= least) return value;
  throw new WrongOptions(`${name} is a whole number of ${least} or more.`);
}
