import { scenarios, scriptCall, SeededDraw, type CallEvent, type CallScript } from '../../../src/sandbox/index.js';
import type { Workspace } from '../system/workspaces.js';

/** One webhook: its bytes are the same however often it is sent. */
export interface ChaosEvent {
  call: ChaosCall;
  raw: Buffer;
  told: CallEvent;
}

/** A call of which some events are told, in the order in which they happened. */
export interface ChaosCall {
  workspace: Workspace;
  script: CallScript;
  events: readonly ChaosEvent[];
}

export interface CallSetOptions {
  seed: number;
  calls: number;
  events: number;
}

/** Calls are written out beforehand, so that none may depend on what the server answers. */
const foreseeable = scenarios.filter(({ turns }) => !turns.some((turn) => 'repeats' in turn || 'ifHeard' in turn));

/** Calls for each telephone number, so that contacts are made and found again, by several calls at once too. */
const callsPerCaller = 3;

/** Calls of many scenarios, spread over the workspaces, that have so many events in all. The same seed makes the same calls. */
export function makeCalls(workspaces: readonly Workspace[], { seed, calls, events }: CallSetOptions): ChaosCall[] {
  const draw = new SeededDraw(`chaos ${seed}`);
  const scripts = Array.from({ length: calls }, (_, index) => {
    const workspace = pick(workspaces, draw, `workspace ${index}`);
    return { workspace, script: writeScript(workspace, draw, { index, calls }) };
  });
  const sizes = shareOut(
    events,
    scripts.map(({ script }) => script.events.length),
  );
  return scripts.map((told, index) => tellSome(told, sizes[index] ?? 0, new SeededDraw(`chaos ${seed} call ${index}`)));
}

function writeScript(workspace: Workspace, draw: SeededDraw, { index, calls }: { index: number; calls: number }) {
  const scenario = pick(foreseeable, draw, `scenario ${index}`);
  const caller = Math.floor(draw.between(`caller ${index}`, 0, Math.max(1, calls / callsPerCaller)));
  // Numbers that are reserved for fiction.
  const number = `+3363998${String(caller % 10_000).padStart(4, '0')}`;
  const called = { ...scenario, caller: { ...scenario.caller, number } };
  return scriptCall(called, { line: workspace.line, seed: `${draw.hex('seed', 16)} ${index}` });
}

/** How many events each call tells, so that they make the wanted sum as evenly as the lengths of the scripts allow. */
function shareOut(wanted: number, lengths: readonly number[]): number[] {
  const sizes = lengths.map(() => 0);
  let left = Math.min(
    wanted,
    lengths.reduce((sum, length) => sum + length, 0),
  );
  while (left > 0) {
    for (const [index, length] of lengths.entries()) {
      const size = sizes[index] ?? 0;
      if (left === 0 || size === length) continue;
      sizes[index] = size + 1;
      left -= 1;
    }
  }
  return sizes;
}

/** What the judge reckons from is always told; of the rest, some. */
function tellSome(
  { workspace, script }: Pick<ChaosCall, 'workspace' | 'script'>,
  size: number,
  draw: SeededDraw,
): ChaosCall {
  const ranked = script.events.map((told, index) => ({
    told,
    index,
    rank: isEssential(told) ? -1 : draw.between(`event ${index}`, 0, 1),
  }));
  const chosen = ranked
    .sort((a, b) => a.rank - b.rank || a.index - b.index)
    .slice(0, size)
    .sort((a, b) => a.index - b.index);
  const events: ChaosEvent[] = [];
  const call = { workspace, script, events };
  for (const { told } of chosen) events.push({ call, told, raw: Buffer.from(JSON.stringify(told.write())) });
  return call;
}

function isEssential({ moment }: CallEvent): boolean {
  if (moment.kind === 'status') return moment.status === 'in-progress' || moment.status === 'ended';
  return moment.kind === 'tool' || moment.kind === 'report';
}

function pick<T>(list: readonly T[], draw: SeededDraw, label: string): T {
  const chosen = list[Math.floor(draw.between(label, 0, list.length))];
  if (chosen === undefined) throw new Error('There is nothing to choose from.');
  return chosen;
}
