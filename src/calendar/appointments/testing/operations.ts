import type { ApiClient } from '../../../../test/support/api-client.js';
import { freeStarts } from '../../../../test/support/calendar-server.js';

const everything = `id workspace { id } provider calUid eventTypeId title description notes startTime endTime location status noShow
  organizerId organizerName organizerEmail attendees { name email timeZone phoneNumber absent } contact { name phoneNumbers }
  responses metadata paid paymentId cancellationReason rescheduledFrom { id } rescheduledTo { id } call { id } createdAt updatedAt`;
const result = `__typename ... on Appointment { ${everything} } ... on SlotTaken { message alternatives { start end } }`;
export const book = `mutation ($input: BookAppointmentInput!) { bookAppointment(input: $input) { ${result} } }`;
export const reschedule = `mutation ($id: ID!, $start: DateTime!, $reason: String, $notes: String) {
  rescheduleAppointment(id: $id, start: $start, reason: $reason, notes: $notes) { ${result} } }`;
export const cancel = `mutation ($id: ID!, $reason: String) { cancelAppointment(id: $id, reason: $reason) { ${everything} } }`;
export const confirm = `mutation ($id: ID!) { confirmAppointment(id: $id) { id status } }`;
export const decline = `mutation ($id: ID!, $reason: String) { declineAppointment(id: $id, reason: $reason) { id status } }`;
export const update = `mutation ($id: ID!, $notes: String) { updateAppointment(id: $id, notes: $notes) { id notes } }`;
export const one = `query ($id: ID!) { appointment(id: $id) { ${everything} } }`;
export const list = `query ($first: Int, $after: String, $filter: AppointmentFilter) { appointments(first: $first, after: $after, filter: $filter) {
  nodes { id } edges { cursor } totalCount pageInfo { hasNextPage endCursor } } }`;

/** The ids of all appointments that a client sees, in order. */
export async function listed(client: ApiClient, filter: object = {}): Promise<string[]> {
  const { appointments } = await client.ask<{ appointments: { nodes: { id: string }[] } }>(list, { filter });
  return appointments.nodes.map(({ id }) => id);
}

/** What whoever books at Le Gourmet might send, for the first free time. */
export async function orderOf(client: ApiClient, eventTypeId = 102): Promise<Record<string, unknown>> {
  const [start] = await freeStarts(client, eventTypeId);
  return {
    eventTypeId,
    start,
    attendeeName: 'Madame Dupont',
    attendeeEmail: 'Dupont@Example.fr',
    responses: { partySize: 4 },
  };
}
