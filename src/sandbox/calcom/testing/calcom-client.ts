import type { CalComStandIn } from '../calcom-stand-in.js';

export interface CalComReply {
  status: number;
  headers: Headers;
  body: CalComBody;
}

/** Of whatever shape: tests look into it. */
export interface CalComBody {
  status?: string;
  data?: unknown;
  error?: { code: string; message: string; details?: unknown };
  statusCode?: number;
  message?: string;
  pagination?: Record<string, number | boolean>;
}

export const testKey = 'cal_test_0123456789';

/** The versions of Cal.com's resources, as its clients have to name them. */
const versions: readonly (readonly [RegExp, string])[] = [
  [/^\/v2\/bookings/, '2024-08-13'],
  [/^\/v2\/slots/, '2024-09-04'],
  [/^\/v2\/event-types/, '2024-06-14'],
  [/^\/v2\/schedules/, '2024-06-11'],
];

/** Asks as a client of Cal.com does: with a key, JSON and the version that goes with the path. */
export async function ask(
  { url }: Pick<CalComStandIn, 'url'>,
  line: string,
  { body, headers = {} }: { body?: unknown; headers?: Record<string, string | undefined> } = {},
): Promise<CalComReply> {
  const [method = 'GET', path = ''] = line.split(' ');
  const version = versions.find(([pattern]) => pattern.test(path))?.[1];
  const all: Record<string, string | undefined> = {
    authorization: `Bearer ${testKey}`,
    ...(version === undefined ? {} : { 'cal-api-version': version }),
    ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    ...headers,
  };
  const given = Object.entries(all).filter((entry): entry is [string, string] => entry[1] !== undefined);
  const reply = await fetch(`${url}${path}`, {
    method,
    headers: Object.fromEntries(given),
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return { status: reply.status, headers: reply.headers, body: (await reply.json()) as CalComBody };
}
