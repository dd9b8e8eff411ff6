import type { VendorClient } from '../../../core/vendor-client.js';
import { manageConversation } from './manage-conversation.action.js';

/** What is sent for a change; the token belongs to teammate 5. */
async function sentFor(change: Record<string, unknown>, adminId?: string): Promise<unknown> {
  const sent: unknown[] = [];
  const client = {
    settings: { optionalText: () => adminId },
    get: async () => ({ id: '5' }),
    post: async (_path: string, { json }: { json: unknown }) => {
      sent.push(json);
      return { id: '515' };
    },
  } as unknown as VendorClient;
  await manageConversation.run(client, { conversationId: '515', ...change });
  return sent[0];
}

describe('manage_conversation', () => {
  it.each([
    [{ operation: 'close' }, { message_type: 'close', type: 'admin' }],
    [{ operation: 'open' }, { message_type: 'open' }],
    [
      { operation: 'snooze', snoozedUntil: '2026-11-23T08:00:00Z' },
      { message_type: 'snoozed', snoozed_until: 1_795_420_800 },
    ],
    [
      { operation: 'assign_teammate', assigneeId: '8' },
      { message_type: 'assignment', type: 'admin', assignee_id: '8' },
    ],
    [
      { operation: 'assign_team', assigneeId: '9' },
      { message_type: 'assignment', type: 'team', assignee_id: '9' },
    ],
    [{ operation: 'unassign' }, { message_type: 'assignment', type: 'admin', assignee_id: '0' }],
  ])('sends for %j what Intercom takes for it', async (change, expected) => {
    expect(await sentFor(change, '7')).toEqual({ admin_id: '7', ...expected });
  });

  it('acts in the name of whoever owns the token where nobody is named', async () => {
    expect(await sentFor({ operation: 'open' })).toEqual({ admin_id: '5', message_type: 'open' });
  });

  it.each([
    { operation: 'snooze' },
    { operation: 'close', snoozedUntil: '2026-11-23T08:00:00Z' },
    { operation: 'assign_team' },
    { operation: 'unassign', assigneeId: '8' },
  ])('refuses %j', async (change) => {
    await expect(sentFor(change)).rejects.toMatchObject({ kind: 'invalid_input' });
  });
});
