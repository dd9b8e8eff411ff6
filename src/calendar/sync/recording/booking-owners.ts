import { Injectable } from '@nestjs/common';
import { deploymentWorkspaceId, systemContext } from '../../../kernel/context/index.js';
import { sql, UnitOfWork } from '../../../kernel/database/index.js';
import { attemptsOf } from '../../bookings/attempt-field.js';
import type { CalComBooking } from '../../providers/calcom/booking.js';

/** By what the owner of a booking of the deployment's account is found. */
export interface OwnershipClues {
  uid: string;
  /** Bookings that it has to do with: the one that it was moved from. */
  others: readonly string[];
  attemptIds: readonly string[];
}

// What was erased has no account any more, and is still its workspace's.
const byUids = {
  name: 'booking-owners-by-uids',
  text: `SELECT cal_uid AS key, workspace_id AS "workspaceId" FROM appointments
    WHERE (account_id = $1 OR account_id IS NULL) AND cal_uid = ANY($2::text[])`,
};
const byAttempts = {
  name: 'booking-owners-by-attempts',
  text: 'SELECT id AS key, workspace_id AS "workspaceId" FROM booking_attempts WHERE id = ANY($1::uuid[])',
};
const workspaces = {
  name: 'booking-owners-workspaces',
  text: 'SELECT DISTINCT workspace_id AS "workspaceId" FROM appointments WHERE account_id = $1',
};

interface OwnerRow {
  [column: string]: unknown;
  key: string;
  workspaceId: string;
}

/** Whose the bookings of the deployment's account are, which serves many workspaces. */
@Injectable()
export class BookingOwners {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** By uid; what nobody owns is missing. A booking is never whose name stands in it, only who is known to have made it. */
  async find(accountId: string, clues: readonly OwnershipClues[]): Promise<ReadonlyMap<string, string>> {
    const uids = clues.flatMap(({ uid, others }) => [uid, ...others]);
    const attemptIds = clues.flatMap((each) => each.attemptIds);
    const known = await this.unitOfWork.run(intake(), async (tx) => {
      const appointments = await sql<OwnerRow>(tx, byUids, [accountId, uids]);
      return [...appointments, ...(await sql<OwnerRow>(tx, byAttempts, [attemptIds]))];
    });
    const owners = new Map(
      known.flatMap(({ key, workspaceId }) => (workspaceId === deploymentWorkspaceId ? [] : [[key, workspaceId]])),
    );
    return new Map(
      clues.flatMap(({ uid, others, attemptIds: ids }) => {
        const owner = [uid, ...others, ...ids].map((key) => owners.get(key)).find((id) => id !== undefined);
        return owner === undefined ? [] : [[uid, owner]];
      }),
    );
  }

  /** Which workspaces have booked in this account. */
  async workspacesOf(accountId: string): Promise<string[]> {
    const rows = await this.unitOfWork.run(intake(), (tx) => sql<OwnerRow>(tx, workspaces, [accountId]));
    return rows.map(({ workspaceId }) => workspaceId);
  }
}

export function cluesOf(booking: CalComBooking): OwnershipClues {
  const { uid, rescheduledFromUid, rescheduledToUid } = booking;
  const others = [rescheduledFromUid, rescheduledToUid].filter((other) => other !== null);
  return { uid, others, attemptIds: attemptsOf(booking) };
}

function intake() {
  return systemContext({ actor: 'calendar.booking-owners', access: 'intake' });
}
