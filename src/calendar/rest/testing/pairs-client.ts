import type { ApiClient } from '../../../../test/support/api-client.js';
import { freeStarts } from '../../../../test/support/calendar-server.js';

export const path = '/api/vapi/cal-integration';

/** What comes back from the one address of all pairs. */
export interface Answer {
  status: number;
  body: {
    data?: Record<string, unknown> & { id?: string };
    error?: { code: string; reason: string; message: string; requestId: string; fields?: { path: string }[] };
    alternatives?: { start: string; end: string }[];
    pageInfo?: { hasNextPage: boolean; endCursor: string };
  };
}

/** Asks for one pair. */
export async function send(client: ApiClient, body: unknown, endpointId?: string): Promise<Answer> {
  const reply = await client.request('POST', endpointId === undefined ? path : `${path}/${endpointId}`, body);
  expect(reply.headers.get('x-request-id')).toBeTruthy();
  return { status: reply.status, body: (await reply.json()) as Answer['body'] };
}

/** A pair that has to work. @returns its `data`. */
export async function done(client: ApiClient, body: object): Promise<Record<string, unknown>> {
  const { status, body: answer } = await send(client, body);
  expect([status, answer.error]).toEqual([200, undefined]);
  return answer.data ?? {};
}

/** Everything but the event type that a table at Le Gourmet is booked with, at the first free time. */
export async function orderOf(client: ApiClient, eventTypeId = 102): Promise<Record<string, unknown>> {
  const [start] = await freeStarts(client, eventTypeId);
  return { start, attendeeName: 'Dupont', attendeePhoneNumber: '+33612345678', responses: { partySize: 4 } };
}
