import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../../../kernel/context/index.js';
import { sql, UnitOfWork } from '../../../kernel/database/index.js';
import { AppError } from '../../../kernel/errors/index.js';
import type { CalendarAccount } from '../../accounts/calendar-account.js';
import { AppointmentRecorder } from '../../appointments/appointment-recorder.js';
import { LookAgain } from '../hints/look-again.js';
import { readBookings } from '../hints/read-bookings.js';
import { BookingOwners } from '../recording/booking-owners.js';
import { BookingRecorder } from '../recording/booking-recorder.js';
import type { SweepWindow } from './sweep-windows.js';

const find = {
  name: 'appointments-unseen',
  text: `SELECT id, cal_uid AS "calUid" FROM appointments
    WHERE workspace_id = $1 AND account_id = $2 AND provider = 'CAL_COM' AND deleted_at IS NULL
      AND start_time > now() AND start_time >= $3 AND end_time <= $4
      AND coalesce(last_seen_at, '-infinity') < $5
    ORDER BY start_time LIMIT 200`,
};

interface UnseenRow {
  [column: string]: unknown;
  id: string;
  calUid: string;
}

const timeMs = 60_000;

/** Appointments to come that a sweep of their time has not met: moved out of it, or gone. Each is asked for by its uid. */
@Injectable()
export class UnseenAppointments {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly owners: BookingOwners,
    private readonly bookings: BookingRecorder,
    private readonly appointments: AppointmentRecorder,
    private readonly lookAgain: LookAgain,
  ) {}

  /** @param began When the sweep did. @throws what keeps Cal.com from being asked. */
  async check(
    ctx: RequestContext,
    account: CalendarAccount,
    { from, to, began }: SweepWindow & { began: Date },
  ): Promise<void> {
    const workspaceIds = account.shared ? await this.owners.workspacesOf(account.id) : [ctx.workspaceId];
    for (const workspaceId of workspaceIds) {
      const owner = { ...ctx, workspaceId };
      const rows = await this.unitOfWork.run(owner, (tx) =>
        sql<UnseenRow>(tx, find, [workspaceId, account.id, from, to, began]),
      );
      if (rows.length > 0) await this.ask(owner, account, rows);
    }
  }

  private async ask(ctx: RequestContext, account: CalendarAccount, rows: readonly UnseenRow[]): Promise<void> {
    const questions = rows.map(({ calUid: uid }) => ({ uid, account }));
    const readings = await readBookings(questions, performance.now() + timeMs);
    const missed = await this.unitOfWork.run(ctx, async (tx) => {
      const read = [...readings.values()].flatMap((reading) => (reading.kind === 'read' ? [reading] : []));
      await this.bookings.record(tx, read, 'sweep');
      const changed = [];
      for (const [uid, reading] of readings) {
        if (reading.kind === 'missing') changed.push(...(await this.appointments.miss(tx, [uid], reading.readAt)));
      }
      return changed.filter(({ deletedAt }) => deletedAt === null);
    });
    // The second time is asked by itself, before the next sweep.
    await this.lookAgain.at(
      ctx,
      missed.map(({ id }) => id),
      0,
    );
    for (const reading of readings.values())
      if (reading.kind === 'failed' && reading.error instanceof AppError) throw reading.error;
  }
}
