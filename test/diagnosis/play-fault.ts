import type { Check, Diagnosis, DiagnosisStage, Outside } from './diagnosis-stage.js';
import { blamed, type Fault } from './fault.js';
import { calendarFaults } from './faults/calendar-faults.js';
import { serverFaults } from './faults/server-faults.js';
import { twilioFaults } from './faults/twilio-faults.js';
import { vapiFaults } from './faults/vapi-faults.js';

export const faults: readonly Fault[] = [...twilioFaults, ...vapiFaults, ...serverFaults, ...calendarFaults];

/** One for each way in which checks tell of a fault: what `npm test` has time for. `npm run diagnosis:faults` plays them all. */
export const oneOfEachKind = faults.filter(
  (fault, index) => faults.findIndex((other) => kindOf(other) === kindOf(fault)) === index,
);

function kindOf({ finds, repairs }: Fault): string {
  return JSON.stringify([finds, repairs ?? null]);
}

/** What came of one fault. */
export interface PlayedFault {
  readonly fault: Fault;
  /** The checks that told of it. */
  readonly told: string;
  readonly wasRepaired: boolean;
  readonly wasUndone: boolean;
  /** What was not as it has to be. */
  readonly problems: readonly string[];
}

/** Breaks one thing, looks, repairs it where that can be done, takes the repair back, and puts everything right again. */
export async function playFault(stage: DiagnosisStage, fault: Fault): Promise<PlayedFault> {
  const play = new FaultPlay(stage, fault);
  try {
    return await play.run();
  } finally {
    stage.reset();
    await fault.restore?.(stage);
  }
}

class FaultPlay {
  readonly #problems: string[] = [];
  #whole: Outside = {};

  constructor(
    private readonly stage: DiagnosisStage,
    private readonly fault: Fault,
  ) {}

  async run(): Promise<PlayedFault> {
    this.#whole = await this.stage.outside();
    await this.fault.inject(this.stage);
    const [found, writes] = await this.look();
    this.expect('a diagnosis writes nothing', writes, []);
    this.expect('what is found', blamed(found.checks), this.fault.finds);
    const first = found.checks.find(({ status }) => status === 'FAIL' || status === 'WARN');
    this.expect('the hop', first?.hop ?? 'none', this.fault.hop);
    if (!this.fault.blinds) this.expect('what is not looked at', keysOf(found, 'SKIPPED'), []);
    const unadvised = found.checks.filter(({ status, advice }) => /FAIL|WARN/.test(status) && advice === null);
    this.expect('what comes without advice', unadvised, []);
    const check = found.checks.find(({ key }) => key === this.fault.repairs);
    const repaired = this.fault.repairs === undefined ? null : await this.repair(found, check);
    const told = Object.entries(blamed(found.checks)).map(([key, status]) => `${key} ${status}`);
    const { fault } = this;
    return {
      fault,
      told: told.join(', '),
      ...{ wasRepaired: false, wasUndone: false, ...repaired },
      problems: this.#problems,
    };
  }

  private async look(): Promise<[Diagnosis, string[]]> {
    const before: Diagnosis[] = [];
    const writes = await this.stage.writesOf(async () => void before.push(await this.stage.diagnose()));
    const [found] = before;
    if (!found) throw new Error('There was no diagnosis.');
    return [found, writes];
  }

  private async repair(found: Diagnosis, check: Check | undefined) {
    const { stage, fault } = this;
    const broken = await stage.outside();
    if (!check?.repair) {
      this.#problems.push(`there is no repair of ${fault.repairs ?? ''}`);
      return null;
    }
    const ids = [check.repair.id];
    const after = await stage.repair(found.id, ids);
    this.expect('what is left after the repair', Object.keys(blamed(after.checks)), fault.leaves ?? []);
    if (!fault.unlike && !fault.leaves) this.expect('what stands outside after it', await stage.outside(), this.#whole);
    const again = await stage.writesOf(() => stage.repair(found.id, ids));
    this.expect('the same repair writes nothing again', again, []);
    const wasRepaired = this.#problems.length === 0;
    const undone = await stage.undo(found.id, ids);
    this.expect('what is found after undoing', blamed(undone.checks), fault.finds);
    this.expect('what stands outside after undoing', await stage.outside(), broken);
    return { wasRepaired, wasUndone: this.#problems.length === 0 };
  }

  private expect(what: string, found: unknown, wanted: unknown): void {
    const [one, other] = [canonical(found), canonical(wanted)];
    if (one === other) return;
    const at = [...one].findIndex((letter, index) => letter !== other[index]);
    const [from, to] = [Math.max(0, at - 60), at + 200];
    this.#problems.push(`${what}: ${one.slice(from, to)} and not ${other.slice(from, to)}`);
  }
}

function keysOf({ checks }: Diagnosis, wanted: Check['status']): string[] {
  return checks.filter(({ status }) => status === wanted).map(({ key }) => key);
}

/** The same bytes for the same things, in whatever order their members came. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, each: unknown) =>
    typeof each === 'object' && each !== null && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).sort(([one], [other]) => one.localeCompare(other)))
      : each,
  );
}
