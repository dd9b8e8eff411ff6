import { openDescriptions, type WireRequest } from '../../../test/conformance/descriptions/description.js';
import type { ReceivedRequest } from '../calcom/http/received-requests.js';

/** Says what Cal.com's own description has against a request and its answer; nothing when both are as described. */
export type CalComCheck = (
  request: Pick<ReceivedRequest, 'method' | 'path' | 'search' | 'headers' | 'text'>,
  reply?: { readonly status: number; readonly body: unknown },
) => string[];

/** Checks against `calcom-v2.json`, but for what that is known to say wrongly. */
export async function calComCheck(specsFolder: string): Promise<CalComCheck> {
  const [description] = await openDescriptions(specsFolder, ['calcom-v2.json']);
  return (request, reply) => {
    const wire = wireOf(request);
    const operation = description?.operation(wire);
    if (!operation) return [`${request.method} ${request.path} is not described`];
    const problems = [...operation.problems(wire), ...(reply ? operation.replyProblems(reply.status, reply.body) : [])];
    return problems
      .filter((problem) => !isDeviation(operation.name, problem))
      .map((problem) => `${operation.name}: ${problem}`);
  };
}

interface Deviation {
  /** Of operations that begin so. */
  readonly operation: string;
  /** Word for word, `[*]` for any place in a list. */
  readonly problems: readonly string[];
  readonly reason: string;
}

/** Where the description is provably wrong: what it says, and why that does not count. */
const deviations: readonly Deviation[] = [
  {
    operation: 'GET /v2/slots',
    problems: ['body.status must be array', 'body.data must be array'],
    reason: 'The envelope is missing in the schema; its own example has it, around days that hold objects.',
  },
  {
    operation: 'GET /v2/event-types',
    problems: [
      'body.data.bookingFields[*].isDefault must be object',
      'body.data.slotInterval must be object,null',
      'body.data.seatsPerTimeSlot must be object,null',
    ],
    reason: 'Booleans and numbers by their own examples and defaults, described as objects.',
  },
  {
    operation: 'GET /v2/event-types',
    problems: ['body.data.users[*] must be string'],
    reason: 'The people themselves, each with id, name and username.',
  },
  {
    operation: '',
    problems: ['body.data.description must be string'],
    reason: 'Null in bookings to which nobody added a note.',
  },
  ...['POST', 'GET', 'PATCH', 'DELETE'].map((method) => ({
    operation: `${method} /v2/webhooks`,
    problems: [
      'body.data.id must be number',
      'body.data.payloadTemplate must be string',
      'body.data.secret must be string',
    ],
    reason: 'The id is a UUID; template and secret are null where none was given.',
  })),
];

/** Lists of things and single ones alike. */
function isDeviation(operation: string, problem: string): boolean {
  const anywhere = problem.replace(/\[\d+\]/g, '[*]').replace('body.data[*]', 'body.data');
  return deviations.some((each) => operation.startsWith(each.operation) && each.problems.includes(anywhere));
}

function wireOf({ method, path, search, headers, text }: Parameters<CalComCheck>[0]): WireRequest {
  const body = text === '' ? null : Buffer.from(text);
  return { method, url: new URL(`https://api.cal.com${path}${search}`), headers, body };
}
