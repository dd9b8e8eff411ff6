import { isMembers, type Members } from '../http/vapi-request.js';
import { phoneNumberFaults } from '../phone-numbers/phone-number-faults.js';
import type { VapiKind } from '../vapi-store.js';

/** The rules that are easily broken; the rest is for the description of the API. */
export function faultsOf(kind: VapiKind, body: unknown): string[] {
  if (!isMembers(body)) return ['The body must be an object'];
  const faults = [...(rules[kind]?.(body) ?? [])];
  if (typeof body.name === 'string' && body.name.length > 40)
    faults.push('name must be shorter than or equal to 40 characters');
  return faults;
}

const rules: Readonly<Partial<Record<VapiKind, (body: Members) => string[]>>> = {
  tool: toolFaults,
  credential: ({ provider }) => (typeof provider === 'string' ? [] : ['provider must be a string']),
  'phone-number': phoneNumberFaults,
  assistant: assistantFaults,
};

const toolName = /^[a-zA-Z0-9_-]{1,64}$/;

function toolFaults({ type, function: own }: Members): string[] {
  if (typeof type !== 'string') return ['type must be a string'];
  if (type !== 'function') return [];
  return toolName.test(String(isMembers(own) ? own.name : ''))
    ? []
    : ['function.name must match /^[a-zA-Z0-9_-]{1,64}$/'];
}

function assistantFaults({ maxDurationSeconds: most, endCallMessage, server }: Members): string[] {
  const faults: string[] = [];
  if (most !== undefined && !(typeof most === 'number' && most >= 10 && most <= 43_200))
    faults.push('maxDurationSeconds must not be less than 10', 'maxDurationSeconds must not be greater than 43200');
  if (typeof endCallMessage === 'string' && endCallMessage.length > 1_000)
    faults.push('endCallMessage must be shorter than or equal to 1000 characters');
  if (isMembers(server) && typeof server.url === 'string' && !URL.canParse(server.url))
    faults.push('server.url must be a URL address');
  return faults;
}
