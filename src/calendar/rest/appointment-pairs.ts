import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { contactPrefix, onlyFields } from '../../contacts/index.js';
import type { RequestContext } from '../../kernel/context/index.js';
import { parseInput } from '../../kernel/errors/index.js';
import { fromGlobalId, pageOf, type GraphqlContext } from '../../kernel/graphql/index.js';
import { fromCallId } from '../../voice/index.js';
import { fromAppointmentId } from '../appointments/appointment-id.js';
import { AppointmentLists } from '../appointments/appointment-lists.js';
import { appointmentStatuses } from '../appointments/appointment.js';
import { eventTypeIdField, momentField } from '../appointments/booking-input.js';
import type { AppointmentType } from '../appointments/graphql/appointment.type.js';
import { isSlotTaken, type BookingResult } from '../appointments/graphql/booking-results.type.js';
import type { AppointmentFilter } from '../appointments/reading/appointment-filter.js';
import { AppointmentChanges } from './appointment-changes.js';
import { PairIncomplete, type PairAnswer, type PairHandler, type PairRequest } from './pair.js';
import { RestAppointments } from './rest-appointments.js';

const statuses = appointmentStatuses.join(', ');
const oneStatus = `Give one of: ${statuses}. | Indiquez l’une de ces valeurs : ${statuses}.`;
const idField = z.string().max(100);

const listBody = onlyFields({
  first: z.number().nullish(),
  after: z.string().max(1_000).nullish(),
  from: momentField.nullish(),
  to: momentField.nullish(),
  status: z.enum(appointmentStatuses, oneStatus).nullish(),
  attendeeEmail: z.string().max(254).nullish(),
  callId: idField.nullish(),
  contactId: idField.nullish(),
  eventTypeId: eventTypeIdField.nullish(),
});

/** Appointments as they stand here. */
@Injectable()
export class AppointmentPairs implements PairHandler {
  readonly rights = ['calendar:read', 'calendar:write'] as const;

  constructor(
    private readonly lists: AppointmentLists,
    private readonly changes: AppointmentChanges,
    private readonly rest: RestAppointments,
  ) {}

  /** One by its id, else a list. */
  async read(ctx: RequestContext, asked: PairRequest): Promise<PairAnswer> {
    const { context, appointmentId } = asked;
    if (appointmentId !== undefined) {
      return this.present(context, await this.lists.get(ctx, fromAppointmentId(appointmentId)));
    }
    const { first, after, ...filter } = parseInput(listBody, asked.data, 'data');
    const { nodes, pageInfo } = await this.lists.page(
      ctx,
      pageOf({ first: first ?? null, after: after ?? null }),
      filterOf(filter, asked),
    );
    return { data: await Promise.all(nodes.map((node) => this.rest.present(context, node))), pageInfo };
  }

  async write(ctx: RequestContext, asked: PairRequest): Promise<PairAnswer> {
    return this.answer(asked.context, await this.changes.book(ctx, asked));
  }

  async update(ctx: RequestContext, asked: PairRequest): Promise<PairAnswer> {
    return this.answer(asked.context, await this.changes.change(ctx, idOf(asked), asked));
  }

  async delete(ctx: RequestContext, asked: PairRequest): Promise<PairAnswer> {
    return this.present(asked.context, await this.changes.cancel(ctx, idOf(asked), asked));
  }

  private answer(context: GraphqlContext, result: BookingResult): Promise<PairAnswer> | PairAnswer {
    return isSlotTaken(result) ? { taken: result } : this.present(context, result);
  }

  private async present(context: GraphqlContext, appointment: AppointmentType): Promise<PairAnswer> {
    return { data: await this.rest.present(context, appointment) };
  }
}

/** What stands beside `data` counts for more than what stands in it. */
function filterOf(
  { callId, contactId, eventTypeId, ...filter }: Omit<z.output<typeof listBody>, 'first' | 'after'>,
  asked: PairRequest,
): AppointmentFilter {
  const contact = asked.userId ?? contactId;
  return {
    ...filter,
    eventTypeId: asked.eventTypeId ?? eventTypeId,
    callId: callId ? fromCallId(callId) : undefined,
    contactId: contact ? fromGlobalId(contactPrefix, contact) : undefined,
  };
}

/** @throws PairIncomplete, AppointmentNotFound */
function idOf({ appointmentId }: PairRequest): string {
  if (appointmentId !== undefined) return fromAppointmentId(appointmentId);
  throw new PairIncomplete('appointmentId', {
    en: 'Say which appointment: appointmentId.',
    fr: 'Indiquez le rendez-vous : appointmentId.',
  });
}
