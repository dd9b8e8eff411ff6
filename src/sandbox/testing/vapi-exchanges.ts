import type { VapiReceived } from '../vapi/vapi-stand-in.js';
import type { MessageCheck } from './vapi-schemas.js';

type Members = Readonly<Record<string, unknown>>;

const toolNames: Readonly<Record<string, string>> = {
  apiRequest: 'ApiRequest',
  code: 'Code',
  dtmf: 'Dtmf',
  endCall: 'EndCall',
  function: 'Function',
  transferCall: 'TransferCall',
  handoff: 'Handoff',
  query: 'Query',
  sms: 'Sms',
  'google.calendar.event.create': 'GoogleCalendarCreateEvent',
  'google.calendar.availability.check': 'GoogleCalendarCheckAvailability',
};

const numberNames: Readonly<Record<string, string>> = {
  twilio: 'TwilioPhoneNumber',
  vapi: 'VapiPhoneNumber',
  'byo-phone-number': 'ByoPhoneNumber',
};

/** What a resource is called in Vapi's API description, without what is added for requests. */
function nameOf(kind: string, { type, provider }: Members): string | undefined {
  if (kind === 'assistant') return 'Assistant';
  if (kind === 'call') return 'Call';
  if (kind === 'phone-number') return numberNames[String(provider)];
  const tool = toolNames[String(type)];
  return tool && `${tool}Tool`;
}

/**
 * What is wrong with the requests that the stand-in has received, by Vapi's API description.
 *
 * @example
 * expect(vapiRequestFaults(vapi.received, vapiMessageCheck(description))).toEqual([]);
 */
export function vapiRequestFaults(received: readonly VapiReceived[], check: MessageCheck): string[] {
  return received.flatMap(({ method, path, body }) => {
    const [, kind = '', ...rest] = path.split('/');
    if (method !== 'POST' && method !== 'PATCH') return rest.length > 1 ? [`${method} ${path} is not described`] : [];
    const schema = requestSchema(method, kind, asMembers(body));
    if (schema === undefined) return [`${method} ${path} ${JSON.stringify(body)} is not described`];
    return check(schema, withoutUnassigned(body)).map((fault) => `${method} ${path} ${fault}`);
  });
}

function requestSchema(method: 'POST' | 'PATCH', kind: string, body: Members): string | undefined {
  // Credentials have schemas, though no path of the description takes them.
  if (kind === 'credential') return 'CreateCustomCredentialDTO';
  const name = nameOf(kind, body);
  return name && `${method === 'POST' ? 'Create' : 'Update'}${name}DTO`;
}

/** That null takes an assistant away is neither typed nor documented, and done. */
function withoutUnassigned(body: unknown): unknown {
  const { assistantId, ...rest } = asMembers(body);
  return assistantId === null ? rest : body;
}

/** What is wrong with a resource, or a list of them, as the stand-in has answered it. */
export function vapiReplyFaults(kind: string, reply: unknown, check: MessageCheck): string[] {
  if (Array.isArray(reply)) return reply.flatMap((each) => vapiReplyFaults(kind, each, check));
  const schema = nameOf(kind, asMembers(reply));
  return schema === undefined ? [`${kind} ${JSON.stringify(reply)} is not described`] : check(schema, reply);
}

function asMembers(value: unknown): Members {
  return typeof value === 'object' && value !== null ? (value as Members) : {};
}
