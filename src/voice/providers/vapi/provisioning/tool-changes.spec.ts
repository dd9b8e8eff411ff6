import { toolChanges } from './tool-changes.js';

const wanted = {
  type: 'function' as const,
  async: false as const,
  function: {
    name: 'read',
    description: 'Reads.',
    parameters: { type: 'object', properties: { date: { type: 'string' } }, required: [] },
  },
  server: { url: 'https://agents.example.com/hook', credentialId: 'c1', timeoutSeconds: 20 },
  messages: [{ type: 'request-start' as const, content: 'One moment.' }],
};

const changesOf = (change: object) => toolChanges({ fields: { ...wanted, ...change } }, wanted);

describe('what has to change of a tool', () => {
  it.each([
    ['nothing', {}],
    ['what we do not set', { rejectionPlan: { conditions: [] }, parameters: [{ key: 'tenant', value: 'x' }] }],
    ['defaults of messages', { messages: [{ ...wanted.messages[0], blocking: false }] }],
    ['strictness', { function: { ...wanted.function, strict: false } }],
    ['retries', { server: { ...wanted.server, backoffPlan: { maxRetries: 3 } } }],
    ['headers of their own', { server: { ...wanted.server, headers: { 'X-Region': 'eu' } } }],
    ['a default that is not told', { async: undefined }],
  ])('is nothing where %s was added', (_, change) => {
    expect(changesOf(change)).toBeNull();
  });

  it('keeps what others have set inside of a field that is replaced', () => {
    const backoffPlan = { maxRetries: 3 };
    const server = { ...wanted.server, url: 'https://old.example.com', backoffPlan, headers: { 'X-Region': 'eu' } };
    expect(changesOf({ server })).toEqual({
      server: { ...wanted.server, backoffPlan, headers: { 'X-Region': 'eu' } },
    });
  });

  it('takes away the proof of before', () => {
    const before = {
      url: wanted.server.url,
      timeoutSeconds: 20,
      headers: { 'x-vapi-secret': 'old', 'X-Region': 'eu' },
    };
    expect(changesOf({ server: before })).toEqual({ server: { ...wanted.server, headers: { 'X-Region': 'eu' } } });
    const { credentialId: _, ...bare } = wanted.server;
    const byHeader = { ...wanted, server: { ...bare, headers: { 'X-Vapi-Secret': 'new' } } };
    expect(toolChanges({ fields: wanted }, byHeader)).toEqual({ server: byHeader.server });
  });

  it.each([
    [
      'arguments that are no more',
      { function: { ...wanted.function, parameters: { type: 'object', properties: {} } } },
    ],
    ['another description', { function: { ...wanted.function, description: 'Old.' } }],
    ['another sentence', { messages: [{ type: 'request-start', content: 'Hold on.' }] }],
    ['one sentence more', { messages: [...wanted.messages, { type: 'request-failed', content: 'Sorry.' }] }],
    ['no sentences', { messages: undefined }],
    ['not waiting', { async: true }],
  ])('replaces %s', (_, change) => {
    const [[field] = ['']] = Object.entries(change);
    expect(changesOf(change)).toEqual({ [field]: wanted[field as keyof typeof wanted] });
  });

  it('is only what is said where Vapi runs the tool', () => {
    const native = { type: 'google.calendar.event.create', messages: wanted.messages };
    expect(toolChanges({ fields: native }, native)).toBeNull();
    expect(toolChanges({ fields: { ...native, messages: [] } }, native)).toEqual({ messages: wanted.messages });
  });
});
