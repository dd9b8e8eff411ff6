import 'reflect-metadata';
import { DiagnosisStage } from './diagnosis-stage.js';
import { faults, playFault, type PlayedFault } from './play-fault.js';

/** `npm run diagnosis:faults`. @returns the exit code: 0 only when each fault was found alone, and each repair made and undone. */
export async function runDiagnosisFaults(): Promise<number> {
  const stage = await DiagnosisStage.open();
  const played: PlayedFault[] = [];
  try {
    for (const fault of faults) {
      const each = await playFault(stage, fault);
      played.push(each);
      say(rowOf(each));
      for (const problem of each.problems) say(`    ${problem}`);
    }
  } finally {
    await stage.close();
  }
  const [found, repairable] = [played.filter(isRight), played.filter(({ fault }) => fault.repairs !== undefined)];
  say('');
  say(`${found.length} of ${played.length} as they should be: found at the right hop, and nothing else blamed`);
  say(
    `${repairable.filter(({ wasRepaired }) => wasRepaired).length} of ${repairable.length} repaired by repairConnection`,
  );
  say(`${repairable.filter(({ wasUndone }) => wasUndone).length} of ${repairable.length} put back by undoRepair`);
  return found.length === played.length ? 0 : 1;
}

function isRight({ problems }: PlayedFault): boolean {
  return problems.length === 0;
}

function rowOf({ fault, told, wasRepaired, wasUndone, problems }: PlayedFault): string {
  const repair =
    fault.repairs === undefined
      ? '—'
      : `${wasRepaired ? 'repaired' : 'NOT repaired'}, ${wasUndone ? 'undone' : 'NOT undone'}`;
  const mark = problems.length === 0 ? 'ok ' : 'NOT';
  return [mark, fault.hop.padEnd(8), fault.what.padEnd(64), (told === '' ? '—' : told).padEnd(60), repair].join(' ');
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
