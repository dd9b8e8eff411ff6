import 'reflect-metadata';
import { parseArgs } from 'node:util';
import { proveSync, type ProofFigures } from './sync-proof.js';

const help = `npm run calendar:sync-proof -- [options]

  --operations N   what happens at the stand-in of Cal.com in each run (default 2000)
  --seeds N        runs (default 1)
  --seed-from N    the first seed (default 1)
  --control        leaves the reconciliation out: there must be differences
`;

/** `npm run calendar:sync-proof`. @returns the exit code: 0 only when the table is what the stand-in has; the control must fail at that. */
export async function runSyncProof(argv: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      operations: { type: 'string', default: '2000' },
      seeds: { type: 'string', default: '1' },
      'seed-from': { type: 'string', default: '1' },
      control: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    say(help);
    return 0;
  }
  const [operations, seeds, first] = [Number(values.operations), Number(values.seeds), Number(values['seed-from'])];
  let isProven = true;
  for (let seed = first; seed < first + seeds; seed += 1) {
    const figures = await proveSync({ seed: String(seed), operations, reconciles: !values.control });
    report(figures);
    isProven &&= (figures.wrongAfter === 0) === !values.control;
  }
  return isProven ? 0 : 1;
}

function report({ examples, ...figures }: ProofFigures): void {
  say(`${JSON.stringify(figures, null, 2)}\n`);
  for (const example of examples) say(`  ${example}\n`);
}

function say(text: string): void {
  process.stdout.write(text);
}
