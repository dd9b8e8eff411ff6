import { Injectable } from '@nestjs/common';
import { deploymentWorkspaceId, type RequestContext } from '../../../kernel/context/index.js';
import { UnitOfWork } from '../../../kernel/database/index.js';
import { AppError } from '../../../kernel/errors/index.js';
import type { CalendarAccount } from '../../accounts/calendar-account.js';
import { CalendarAccounts } from '../../accounts/calendar-accounts.service.js';
import { findAppointments } from '../../appointments/appointment-rows.js';
import type { CalComEvent } from '../../providers/calcom/webhook/calcom-event.js';
import { BookingOwners, cluesOf, type OwnershipClues } from '../recording/booking-owners.js';
import type { BookingReading } from './booking-reading.js';
import { readBookings, type BookingQuestion } from './read-bookings.js';

/** `erased`: whoever was in it is to stay away. */
type AskedAccount = CalendarAccount | 'erased' | null;

/** In place of an account where there is none. */
const noAccountId = 'none';

/** For all readings of a claim; it is handed out again when it takes much longer. */
const timeMs = 6_000;

/** Asks Cal.com about the bookings that events name: what an event says is a hint, what is read is the truth. */
@Injectable()
export class HintReader {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly accounts: CalendarAccounts,
    private readonly owners: BookingOwners,
  ) {}

  /** By the bookings' uids, outside any unit of work. It never fails: each reading says what came of it. */
  async read(ctx: RequestContext, events: readonly CalComEvent[]): Promise<Map<string, BookingReading>> {
    const until = performance.now() + timeMs;
    const uids = [
      ...new Set(events.flatMap(({ uid, previousUid }) => [uid, previousUid].filter((each) => each !== null))),
    ];
    if (uids.length === 0) return new Map();
    const known = await this.accountsOf(ctx, uids);
    const readings = await readBookings(toAsk(known), until);
    for (const [uid, account] of known) {
      if (account === 'erased') readings.set(uid, { kind: 'not_ours' });
      if (account === null) readings.set(uid, { kind: 'closed', accountId: noAccountId });
    }
    if ([...known.values()].some((account) => account && account !== 'erased' && account.shared))
      await this.leaveOthers(ctx, events, readings);
    return readings;
  }

  /**
   * Null where there is none to ask. A booking's own account comes first; after another connection took its place, that one
   * knows the booking if any does.
   */
  private async accountsOf(ctx: RequestContext, uids: readonly string[]): Promise<Map<string, AskedAccount>> {
    const rows = await this.unitOfWork.run(ctx, (tx) => findAppointments(tx, uids));
    const accountIds = new Map(rows.map(({ calUid, accountId }) => [calUid, accountId]));
    const usual = await this.accounts.find(ctx).catch(unopened);
    const accounts = new Map<string, AskedAccount>();
    for (const uid of uids) {
      const accountId = accountIds.get(uid);
      if (accountId === null) accounts.set(uid, 'erased');
      else
        accounts.set(
          uid,
          (accountId === undefined ? null : await this.accounts.of(ctx, accountId).catch(unopened)) ?? usual,
        );
    }
    return accounts;
  }

  /**
   * Many workspaces share the deployment's account, and whoever can send events to one of them can name any booking: so each
   * gets its own only, and what nobody owns is the deployment's.
   */
  private async leaveOthers(
    ctx: RequestContext,
    events: readonly CalComEvent[],
    readings: Map<string, BookingReading>,
  ): Promise<void> {
    const deployment = await this.accounts.deployment();
    if (!deployment) return;
    const shared = [...readings].filter(([, reading]) => 'accountId' in reading && reading.accountId === deployment.id);
    const clues = shared.map(([uid, reading]) =>
      reading.kind === 'read' ? cluesOf(reading.booking) : cluesIn(events, uid),
    );
    const owners = await this.owners.find(deployment.id, clues);
    for (const [uid] of shared) {
      if ((owners.get(uid) ?? deploymentWorkspaceId) !== ctx.workspaceId) readings.set(uid, { kind: 'not_ours' });
    }
  }
}

/** Credentials that do not open are as good as none; anything else is a fault of ours. */
function unopened(error: unknown): null {
  if (error instanceof AppError) return null;
  throw error;
}

function toAsk(accounts: ReadonlyMap<string, AskedAccount>): BookingQuestion[] {
  return [...accounts].flatMap(([uid, account]) => (account && account !== 'erased' ? [{ uid, account }] : []));
}

function cluesIn(events: readonly CalComEvent[], uid: string): OwnershipClues {
  const about = events.filter((event) => event.uid === uid);
  return {
    uid,
    others: about.flatMap(({ previousUid }) => previousUid ?? []),
    attemptIds: about.flatMap(({ attemptId }) => attemptId ?? []),
  };
}
