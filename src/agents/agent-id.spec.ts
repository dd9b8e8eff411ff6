import { systemContext } from '../kernel/context/index.js';
import { agentUuid, toAgentId, toAgentKey } from './agent-id.js';
import { agentKeys } from './agent-keys.js';

const ours = '018f0000-0000-7000-8000-000000000001';
const theirs = '018f0000-0000-7000-8000-000000000002';
const ctx = systemContext({ actor: 'test', workspaceId: ours });

describe('the id of an agent', () => {
  it('is a UUID of version 5 that stays the same for ever', () => {
    expect(agentUuid(ours, 'soshie')).toBe('d0b11a51-19bc-5f0a-970e-8c4209174917');
  });

  it('is another for every specialist and every workspace', () => {
    const all = [ours, theirs].flatMap((workspace) => agentKeys.map((key) => agentUuid(workspace, key)));
    expect(new Set(all).size).toBe(14);
  });
});

describe('what names an agent', () => {
  it.each(agentKeys)('is its id or its key: %s', (key) => {
    expect(toAgentKey(ctx, key)).toBe(key);
    expect(toAgentKey(ctx, toAgentId(agentUuid(ours, key)))).toBe(key);
  });

  it.each([
    '',
    'nobody',
    'Soshie',
    'agent_soshie',
    agentUuid(ours, 'soshie'),
    `call_${agentUuid(ours, 'soshie')}`,
    toAgentId(agentUuid(theirs, 'soshie')),
  ])('is nothing else: %j', (id) => {
    expect(toAgentKey(ctx, id)).toBeNull();
  });
});
