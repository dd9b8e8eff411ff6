import { existsSync } from 'node:fs';
import { connectorKeys, loadConnector } from '../../src/integrations/core/load-connectors.js';
import { specsFolder } from '../support/specs.js';
import { driveConnector, type Conformance } from './drive-connector.js';

const folder = new URL('../../src/integrations/connectors/', import.meta.url);

/**
 * @param wanted Keys of connectors, all where none is named; `--notes` prints where replies of fixtures differ.
 * @returns the exit code: 0 when no description refuses anything.
 */
export async function runConformance(wanted: readonly string[]): Promise<number> {
  const specs = specsFolder();
  if (!existsSync(specs)) {
    print(`There are no descriptions at ${specs}: set SPECS_DIR to the folder that has them.`);
    return 2;
  }
  const withNotes = wanted.includes('--notes');
  const chosen = wanted.filter((word) => !word.startsWith('--'));
  const keys = (await connectorKeys(folder)).filter((key) => chosen.length === 0 || chosen.includes(key));
  const results: Conformance[] = [];
  for (const key of keys) {
    const result = await driveConnector(await loadConnector(folder, key), new URL(`${key}/`, folder), specs);
    results.push(result);
    tell(result, withNotes);
  }
  const sum = (count: (result: Conformance) => number) => results.reduce((total, each) => total + count(each), 0);
  const refused = sum((each) => each.refused.length);
  print(
    `${results.length} connectors, ${sum((each) => each.actions)} actions, ${sum((each) => each.validated)} requests validated, ` +
      `${sum((each) => each.understood)} described replies understood, ${sum((each) => each.notCovered.size)} requests not covered, ${refused} refused.`,
  );
  return refused === 0 ? 0 : 1;
}

function tell(result: Conformance, withNotes: boolean): void {
  const { key, actions, validated, understood, notCovered, deviations, replyNotes, refused } = result;
  print(
    `${key.padEnd(24)} actions ${String(actions).padStart(3)}  requests validated ${String(validated).padStart(3)}  ` +
      `described replies understood ${String(understood).padStart(3)}  not covered ${String(notCovered.size).padStart(2)}  refused ${refused.length}`,
  );
  for (const [request, reason] of notCovered) print(`    not covered: ${request}: ${reason}`);
  for (const [what, reason] of deviations) print(`    description wrong: ${what}: ${reason}`);
  for (const note of withNotes ? replyNotes : []) print(`    note: ${note}`);
  for (const problem of refused) print(`    REFUSED ${problem}`);
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
