import { z } from 'zod';
import type { AssistantTool } from '../../../assistants/voice-assistant.entity.js';
import { toolBodies } from './tool-body.js';

const silent = { sayOnStart: null, sayOnDone: null, sayOnFailure: null };
const own: AssistantTool = { key: 'appointment_read', kind: 'OURS', ...silent };
const native: AssistantTool = { key: 'google.calendar.event.create', kind: 'VAPI_NATIVE', ...silent };
const server = { url: 'https://api.example.test/api/v1/webhooks/vapi', credentialId: 'credential-1' };

function bodiesOf(tools: readonly AssistantTool[], input: z.ZodType = z.object({})) {
  const definition = { name: own.key, label: { en: 'Read', fr: 'Lire' }, description: 'Reads appointments.', input };
  const definitionOf = (name: string) => (name === own.key ? definition : undefined);
  return toolBodies(tools, { language: 'fr-FR', server, definitionOf });
}

function parametersOf(input: z.ZodType): unknown {
  const body = bodiesOf([own], input).get(own.key);
  return body && 'function' in body ? body.function.parameters : undefined;
}

describe('an assistant’s tools as Vapi takes them', () => {
  it('are functions that Vapi asks this server for, and waits for', () => {
    expect(bodiesOf([own], z.object({ userId: z.string().max(40).describe('Whose.') })).get(own.key)).toEqual({
      type: 'function',
      async: false,
      function: {
        name: 'appointment_read',
        description: 'Reads appointments.',
        parameters: {
          type: 'object',
          properties: { userId: { type: 'string', description: 'Whose.' } },
          required: ['userId'],
        },
      },
      server: { ...server, timeoutSeconds: 20 },
      messages: expect.arrayContaining([expect.objectContaining({ type: 'request-start' })]) as unknown,
    });
  });

  it('are Vapi’s own by their type alone', () => {
    expect(bodiesOf([native]).get(native.key)).toEqual({ type: native.key, messages: expect.any(Array) as unknown });
  });

  it('leave out what this server no longer has', () => {
    expect([...bodiesOf([{ ...own, key: 'gone' }, own, native]).keys()]).toEqual([own.key, native.key]);
  });

  it.each([
    [z.string().optional(), { type: 'string' }],
    [z.string().nullable().describe('Maybe.'), { type: 'string', description: 'Maybe.' }],
    [z.union([z.number(), z.string()]), { type: 'number' }],
    [z.int().min(1).max(9).default(2), { type: 'integer' }],
    [z.email(), { type: 'string', format: 'email' }],
    [z.iso.datetime({ offset: true }), { type: 'string', format: 'date-time' }],
    [z.url(), { type: 'string' }],
    [z.string().regex(/^a+$/), { type: 'string', pattern: '^a+$' }],
    [z.enum(['read', 'write']), { type: 'string', enum: ['read', 'write'] }],
    [z.literal('x'), { type: 'string', enum: ['x'] }],
    [z.literal(3), { type: 'number' }],
    [z.boolean(), { type: 'boolean' }],
    [z.array(z.email()).max(3), { type: 'array', items: { type: 'string', format: 'email' } }],
    [z.record(z.string(), z.string()), { type: 'object' }],
    [z.unknown(), { type: 'string' }],
    [
      z.object({ city: z.string(), zip: z.string().optional() }),
      { type: 'object', properties: { city: { type: 'string' }, zip: { type: 'string' } }, required: ['city'] },
    ],
  ])('describe arguments with what Vapi knows of a schema (%#)', (field, expected) => {
    expect(parametersOf(z.object({ field }))).toMatchObject({ type: 'object', properties: { field: expected } });
    const { properties } = parametersOf(z.object({ field })) as { properties: { field: object } };
    expect(properties.field).toEqual(expected);
  });
});
