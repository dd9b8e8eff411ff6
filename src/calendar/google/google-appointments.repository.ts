import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../../kernel/context/index.js';
import { afterCommit, sql } from '../../kernel/database/index.js';
import { LiveEvents, liveEvent } from '../../kernel/events/index.js';
import { appointmentChanged } from '../appointments/appointments.events.js';

const withdraw = {
  name: 'google-appointments-withdraw',
  text: `UPDATE appointments SET deleted_at = now(), updated_at = now()
    WHERE workspace_id = $1 AND provider = 'GOOGLE_VIA_VAPI' AND call_id = $2 AND metadata->>'toolCallId' = $3
      AND cal_uid IS DISTINCT FROM $4 AND deleted_at IS NULL RETURNING id`,
};

/** The use of a tool that an appointment was made from. */
export interface UseOfTool {
  callId: string;
  toolCallId: string;
}

/** Appointments of which a later telling of the same use says something else. */
@Injectable()
export class GoogleAppointments {
  constructor(private readonly live: LiveEvents) {}

  /** Takes away what an earlier telling of this use has made; a row that is told of again comes back. */
  async withdraw(tx: RequestContext, { callId, toolCallId }: UseOfTool, exceptUid: string | null): Promise<void> {
    const rows = await sql<{ id: string }>(tx, withdraw, [tx.workspaceId, callId, toolCallId, exceptUid]);
    if (rows.length === 0) return;
    const news = rows.map(({ id: appointmentId }) => liveEvent(appointmentChanged, tx.workspaceId, { appointmentId }));
    afterCommit(tx, () => void this.live.publish(news));
  }
}
