import { isOpen, type Appointment } from './appointment.js';
import { isSameButSeen } from './settle-appointment.js';

/** The appointments of one recording while they change, before they are stored. */
export class AppointmentBook {
  readonly #before: ReadonlyMap<string, Appointment>;
  readonly #appointments: Map<string, Appointment>;
  readonly #joined = new Map<string, string[]>();

  constructor(known: readonly Appointment[]) {
    this.#before = new Map(known.map((each) => [each.calUid, each]));
    this.#appointments = new Map(this.#before);
  }

  find(uid: string): Appointment | undefined {
    return this.#appointments.get(uid);
  }

  all(): ReadonlyMap<string, Appointment> {
    return this.#appointments;
  }

  put(appointment: Appointment | null): void {
    if (appointment) this.#appointments.set(appointment.calUid, appointment);
  }

  /** Those that are new or another now. */
  written(): Appointment[] {
    return [...this.#appointments.values()].filter((each) => {
      const before = this.#before.get(each.calUid);
      return before !== each && (!before || !isSameButSeen(before, each));
    });
  }

  /** Those that are as they were, and were seen again. */
  seen(): Appointment[] {
    const written = new Set(this.written());
    return [...this.#appointments.values()].filter(
      (each) => this.#before.get(each.calUid) !== each && !written.has(each),
    );
  }

  /**
   * What was moved is open no more, even where only the new one was told of or an old reading says otherwise, and what is
   * known of it goes along. One seat of several that moves leaves the others where they are.
   */
  closeMoved(): void {
    for (const uid of [...this.#appointments.keys()]) {
      const next = this.find(uid);
      const previous = next?.rescheduledFromUid ? this.find(next.rescheduledFromUid) : undefined;
      if (!next || !previous || next.seated || previous.accountId === null) continue;
      if (isOpen(previous) || previous.rescheduledToUid === null) {
        this.put({ ...previous, status: 'CANCELLED', rescheduledToUid: uid });
      }
      if (next.accountId !== null) this.put(inheriting(next, previous));
    }
  }

  /** The older chain's id counts for both parts. */
  settleChains(): void {
    for (const appointment of [...this.#appointments.values()]) {
      const { rescheduledFromUid, chainId } = this.find(appointment.calUid) ?? appointment;
      const previous = rescheduledFromUid === null ? undefined : this.find(rescheduledFromUid);
      if (previous) this.join(chainId, previous.chainId);
    }
  }

  /** Rows of other chains than those that were written must follow too. */
  joinedChains(): ReadonlyMap<string, string[]> {
    return this.#joined;
  }

  private join(a: string, b: string): void {
    if (a === b) return;
    const [kept, given] = a < b ? [a, b] : [b, a];
    this.#joined.set(kept, [...(this.#joined.get(kept) ?? []), given]);
    for (const appointment of [...this.#appointments.values()]) {
      if (appointment.chainId === given) this.put({ ...appointment, chainId: kept });
    }
  }
}

function inheriting(next: Appointment, previous: Appointment): Appointment | null {
  const inherited = {
    callId: next.callId ?? previous.callId,
    contactId: next.contactId ?? previous.contactId,
    notes: next.notes ?? previous.notes,
  };
  const gains = (['callId', 'contactId', 'notes'] as const).some((key) => inherited[key] !== next[key]);
  return gains ? { ...next, ...inherited } : null;
}
