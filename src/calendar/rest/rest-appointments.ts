import { Injectable } from '@nestjs/common';
import { contactPrefix } from '../../contacts/index.js';
import { toGlobalId, type GraphqlContext } from '../../kernel/graphql/index.js';
import { callPrefix } from '../../voice/index.js';
import type { AppointmentType } from '../appointments/graphql/appointment.type.js';
import { AppointmentLoaders } from '../appointments/reading/appointment-loaders.js';

/** An appointment over REST: the fields of GraphQL's Appointment, and the ids of what it belongs to. */
@Injectable()
export class RestAppointments {
  constructor(private readonly loaders: AppointmentLoaders) {}

  async present(context: GraphqlContext, appointment: AppointmentType): Promise<object> {
    const { contactId, callId, rescheduledFromUid, rescheduledToUid, workspaceId } = appointment;
    const linked = (uid: string | null) => (uid === null ? null : this.loaders.linked(context, workspaceId, uid));
    const [from, to] = await Promise.all([linked(rescheduledFromUid), linked(rescheduledToUid)]);
    return {
      ...ownFields(appointment),
      contactId: contactId && toGlobalId(contactPrefix, contactId),
      callId: callId && toGlobalId(callPrefix, callId),
      rescheduledFromId: from?.id ?? null,
      rescheduledToId: to?.id ?? null,
    };
  }
}

/** The columns that GraphQL serves too; the others are for finding what belongs to it. */
function ownFields({
  uuid: _uuid,
  workspaceId: _workspaceId,
  contactId: _contactId,
  callId: _callId,
  rescheduledFromUid: _from,
  rescheduledToUid: _to,
  position: _position,
  version: _version,
  ...fields
}: AppointmentType): object {
  return fields;
}
