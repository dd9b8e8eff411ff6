import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../../kernel/context/index.js';
import { UnitOfWork } from '../../kernel/database/index.js';
import type { ToolInvocation } from '../../voice/index.js';
import type { Appointment } from '../appointments/appointment.js';
import { CallerIdentity } from './caller.js';
import { CallersAppointments, type Recognised } from './callers-appointments.js';
import type { TimeWindow } from './day-window.js';

/** A caller with the appointments that are theirs. */
export interface OwnAppointments {
  who: Recognised;
  appointments: readonly Appointment[];
}

/** Those that are still to come belong here for as long as anybody would move or cancel them. */
const aheadMs = 400 * 86_400_000;

/** Finds what a caller may see and change. */
@Injectable()
export class OwnAppointmentsFinder {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly callers: CallerIdentity,
    private readonly appointments: CallersAppointments,
  ) {}

  /** Open ones of the time, or all that are still to come. */
  find(ctx: RequestContext, invocation: ToolInvocation, window?: TimeWindow): Promise<OwnAppointments> {
    const { callKey, at } = invocation;
    return this.unitOfWork.run(ctx, async (tx) => {
      const { number, emails } = await this.callers.find(tx, invocation);
      const who = { callKey, number, emails: emails.map((email) => email.toLowerCase()) };
      const { from, to } = window ?? { from: new Date(at), to: new Date(at + aheadMs) };
      return { who, appointments: await this.appointments.find(tx, who, { from, to }) };
    });
  }
}
