import { Controller, HttpCode, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { onlyFields } from '../../contacts/index.js';
import { assertAllowed, Ctx, RequirePermission } from '../../kernel/auth/index.js';
import type { RequestContext } from '../../kernel/context/index.js';
import { parseInput } from '../../kernel/errors/index.js';
import { GraphqlContext } from '../../kernel/graphql/index.js';
import type { RestError } from '../../kernel/web/index.js';
import { eventTypeIdField } from '../appointments/booking-input.js';
import type { SlotTakenType } from '../appointments/graphql/booking-results.type.js';
import { AppointmentPairs } from './appointment-pairs.js';
import { AvailabilityPairs } from './availability-pairs.js';
import { BookingPairs } from './booking-pairs.js';
import { pairActions, pairTypes, type PairHandler, type PairType } from './pair.js';
import { UserPairs } from './user-pairs.js';
import { calIntegrationPath } from './vapi-entrance.js';

const types = pairTypes.join(', ');
const actions = pairActions.join(', ');
const text = z.string('Give a text. | Indiquez un texte.').min(1).max(200);

/** Models write numbers as texts now and then. */
const eventTypeId = z.preprocess(
  (value) => (typeof value === 'string' && /^\d{1,10}$/.test(value) ? Number(value) : value),
  eventTypeIdField.nullish(),
);

const pairBody = onlyFields({
  type: z.enum(pairTypes, `Give one of: ${types}. | Indiquez l’une de ces valeurs : ${types}.`),
  action: z.enum(pairActions, `Give one of: ${actions}. | Indiquez l’une de ces valeurs : ${actions}.`),
  data: z.record(z.string(), z.unknown(), 'Give an object. | Indiquez un objet.').nullish(),
  appointmentId: text.nullish(),
  userId: text.nullish(),
  eventTypeId,
});

/**
 * The calendar behind one address, for clients and for tools that Vapi calls by itself: the same services, rights and errors
 * as in GraphQL (docs/calendar.md has a table of what each pair does).
 */
@Controller(calIntegrationPath)
export class CalIntegrationController {
  readonly #handlers: Readonly<Record<PairType, PairHandler>>;

  constructor(appointment: AppointmentPairs, user: UserPairs, availability: AvailabilityPairs, booking: BookingPairs) {
    this.#handlers = { appointment, user, availability, booking };
  }

  @Post(['', ':endpointId'])
  @HttpCode(200)
  @RequirePermission('calendar:read')
  async serve(
    @Ctx() ctx: RequestContext,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<object> {
    const { type, action, data, appointmentId, userId, eventTypeId: id } = parseInput(pairBody, request.body, 'body');
    const handler = this.#handlers[type];
    const [read, change] = handler.rights;
    assertAllowed(ctx, { permission: action === 'read' ? read : change });
    const answer = await handler[action](ctx, {
      context: new GraphqlContext(request),
      data: data ?? {},
      appointmentId: appointmentId ?? undefined,
      userId: userId ?? undefined,
      eventTypeId: id ?? undefined,
    });
    if (!('taken' in answer)) return answer;
    void reply.status(409);
    return takenAnswer(ctx, answer.taken);
  }
}

/** As any refusal over REST, and with what can be had instead. */
function takenAnswer(
  { requestId }: RequestContext,
  { message, alternatives }: SlotTakenType,
): RestError & Pick<SlotTakenType, 'alternatives'> {
  return { error: { code: 'CONFLICT', reason: 'CALENDAR.SLOT_UNAVAILABLE', message, requestId }, alternatives };
}
