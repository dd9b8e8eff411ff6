import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { contactPrefix, ContactNotFound, ContactsService, onlyFields } from '../../contacts/index.js';
import type { RequestContext } from '../../kernel/context/index.js';
import { parseInput } from '../../kernel/errors/index.js';
import { fromGlobalId } from '../../kernel/graphql/index.js';
import { AppointmentDecisions } from '../appointments/appointment-decisions.service.js';
import { AppointmentsService } from '../appointments/appointments.service.js';
import { momentField, notesField, reasonField } from '../appointments/booking-input.js';
import type { AppointmentType } from '../appointments/graphql/appointment.type.js';
import type { BookingResult } from '../appointments/graphql/booking-results.type.js';
import { PeriodReversed } from '../calendar.errors.js';
import { PairIncomplete, type PairRequest } from './pair.js';

const decisions = ['confirm', 'decline'] as const;
const oneDecision = 'Give confirm or decline. | Indiquez confirm ou decline.';

const changeBody = onlyFields({
  start: momentField.nullish(),
  end: momentField.nullish(),
  reason: reasonField.nullish(),
  notes: notesField.nullish(),
  decision: z.enum(decisions, oneDecision).nullish(),
});
const cancelBody = onlyFields({ reason: reasonField.nullish() });
const endField = momentField.nullish();

/** What both `appointment` and `booking` can have done to them: what they answer with is their own matter. */
@Injectable()
export class AppointmentChanges {
  constructor(
    private readonly appointments: AppointmentsService,
    private readonly decisions: AppointmentDecisions,
    private readonly contacts: ContactsService,
  ) {}

  /** The length is the event type's: an end is taken if it can be one, and not followed. */
  async book(ctx: RequestContext, { data, eventTypeId, userId }: PairRequest): Promise<BookingResult> {
    const { end, ...order } = data;
    const wish = {
      ...(await this.attendeeOf(ctx, userId)),
      ...(eventTypeId !== undefined && { eventTypeId }),
      ...order,
    };
    assertAfter('start' in wish ? wish.start : undefined, parseInput(endField, end, 'data.end'));
    return this.appointments.book(ctx, wish);
  }

  /** Moves, decides or notes, whichever is asked for. */
  async change(ctx: RequestContext, id: string, { data }: PairRequest): Promise<BookingResult> {
    const { start, end, reason, notes, decision } = parseInput(changeBody, data, 'data');
    assertAfter(start, end);
    if (start && decision) {
      throw new PairIncomplete('data.decision', {
        en: 'Move the appointment or decide about it, one at a time.',
        fr: 'Déplacez le rendez-vous ou décidez de son sort, l’un après l’autre.',
      });
    }
    if (start) return this.appointments.reschedule(ctx, id, { start, reason, notes });
    const decided = decision ? await this.decide(ctx, id, { decision, reason }) : undefined;
    if (notes !== undefined) return this.decisions.update(ctx, id, { notes });
    if (decided) return decided;
    throw new PairIncomplete('data', {
      en: 'Give what is to change: start, notes or decision (confirm, decline).',
      fr: 'Indiquez ce qui doit changer : start, notes ou decision (confirm, decline).',
    });
  }

  cancel(ctx: RequestContext, id: string, { data }: PairRequest): Promise<AppointmentType> {
    return this.decisions.cancel(ctx, id, parseInput(cancelBody, data, 'data').reason);
  }

  private decide(
    ctx: RequestContext,
    id: string,
    { decision, reason }: { decision: (typeof decisions)[number]; reason: string | null | undefined },
  ): Promise<AppointmentType> {
    return decision === 'confirm' ? this.decisions.confirm(ctx, id) : this.decisions.decline(ctx, id, reason);
  }

  /** Who is known need not be described again. @throws ContactNotFound */
  private async attendeeOf(ctx: RequestContext, userId: string | undefined): Promise<object> {
    if (userId === undefined) return {};
    const id = fromGlobalId(contactPrefix, userId, () => new ContactNotFound(userId));
    const [contact] = await this.contacts.findByIds(ctx, [id]);
    if (!contact) throw new ContactNotFound(userId);
    const { name, emails, phoneNumbers, timeZone } = contact;
    return {
      ...(name !== null && { attendeeName: name }),
      attendeeEmail: emails[0],
      attendeePhoneNumber: phoneNumbers[0],
      timeZone: timeZone ?? undefined,
    };
  }
}

/** @throws PeriodReversed for an end that comes before the start. */
function assertAfter(start: unknown, end: Date | null | undefined): void {
  const began = momentField.safeParse(start).data;
  if (began && end && end <= began) throw new PeriodReversed('data.end');
}
