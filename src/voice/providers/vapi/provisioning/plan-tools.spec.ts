import type { LiveAssistant, LiveTool } from './live-account.js';
import { planTools } from './plan-tools.js';
import type { VapiToolBody } from './tool-body.js';

const server = { url: 'https://agents.example.com/api/v1/webhooks/vapi', credentialId: 'c1', timeoutSeconds: 20 };
const messages = [{ type: 'request-start' as const, content: 'Un instant.' }];

function bodyOf(name: string): Extract<VapiToolBody, { function: unknown }> {
  const parameters = { type: 'object', properties: {}, required: [] };
  return { type: 'function', async: false, function: { name, description: 'Reads.', parameters }, server, messages };
}

const native: VapiToolBody = { type: 'google.calendar.event.create', messages };

function liveOf(id: string, body: object = bodyOf('read')): LiveTool {
  const fields = { ...body, id, createdAt: '2026-11-21T10:00:00.000Z' } as LiveTool['fields'];
  const {
    type,
    function: own,
    server: at,
  } = body as { type: string; function?: { name: string }; server?: { url: string } };
  return { id, type, name: own?.name ?? null, url: at?.url ?? null, createdAt: null, fields };
}

function assistantOf(id: string, toolIds: readonly string[], inlineTools: readonly string[] = []): LiveAssistant {
  return { id, name: null, createdAt: null, model: { toolIds }, toolIds, inlineTools, fields: {} };
}

interface Given {
  toolIds?: string[];
  others?: string[];
  inline?: string[];
  body?: VapiToolBody;
}

function plan(
  tools: readonly LiveTool[],
  { toolIds = [], others = [], inline = [], body = bodyOf('read') }: Given = {},
) {
  const assistant = assistantOf('a', toolIds, inline);
  const assistants = [assistant, assistantOf('b', others)];
  return planTools(new Map([['read', body]]), { tools, assistants, assistant });
}

const stale = { ...bodyOf('read'), messages: [] };

describe('the tools that Vapi is to have', () => {
  it('are made where there are none', () => {
    expect(plan([])).toMatchObject({ tools: [{ key: 'read', id: null, changes: null }], clashes: [], superseded: [] });
  });

  it('are left as they are when nothing differs', () => {
    expect(plan([liveOf('t')]).tools).toMatchObject([{ id: 't', changes: null }]);
  });

  it('are changed where they differ, and only there', () => {
    expect(plan([liveOf('t', stale)]).tools).toMatchObject([{ id: 't', changes: { messages } }]);
  });

  it.each([
    ['of another name', bodyOf('write')],
    ['at another address', { ...bodyOf('read'), server: { ...server, url: 'https://staging.example.com/hook' } }],
    ['of another type', { ...bodyOf('read'), type: 'apiRequest' }],
  ])('are not those %s', (_, other) => {
    expect(plan([liveOf('t', other)]).tools).toMatchObject([{ id: null }]);
  });

  it('are those that the assistant has, before others', () => {
    expect(plan([liveOf('t1'), liveOf('t2')], { toolIds: ['t2'] })).toMatchObject({
      tools: [{ id: 't2' }],
      superseded: [],
    });
  });

  it('are not changed where another assistant has them too', () => {
    expect(plan([liveOf('t', stale)], { others: ['t'] }).tools).toMatchObject([{ id: null, changes: null }]);
    expect(plan([liveOf('t', stale)], { toolIds: ['t'], others: ['t'] })).toMatchObject({
      tools: [{ id: null }],
      superseded: ['t'],
    });
    expect(plan([liveOf('t')], { others: ['t'] }).tools).toMatchObject([{ id: 't', changes: null }]);
  });

  it('take the place of doubles of theirs', () => {
    expect(plan([liveOf('t1', stale), liveOf('t2')], { toolIds: ['t1', 't2', 'foreign'] })).toMatchObject({
      tools: [{ id: 't2', changes: null }],
      superseded: ['t1'],
    });
  });

  it('are those of Vapi by their type alone', () => {
    expect(plan([liveOf('g', native)], { body: native }).tools).toMatchObject([{ id: 'g', changes: null }]);
  });

  it('give way to others of the same name that the assistant has', () => {
    const elsewhere = { ...bodyOf('read'), server: { ...server, url: 'https://crm.example.com/tools' } };
    expect(plan([liveOf('t', elsewhere)], { toolIds: ['t'] })).toEqual({
      tools: [],
      clashes: [{ key: 'read', url: 'https://crm.example.com/tools' }],
      superseded: [],
    });
    expect(plan([], { inline: ['read'] }).clashes).toEqual([{ key: 'read', url: null }]);
    expect(plan([], { inline: [native.type], body: native }).clashes).toEqual([{ key: 'read', url: null }]);
  });
});
