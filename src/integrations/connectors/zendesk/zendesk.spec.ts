import { readCredentials } from '../../connections/credential-input.js';
import { ConnectorStage } from '../../testing/connector-stage.js';
import { addNote } from './actions/add-note.action.js';
import { replyToTicket } from './actions/reply-to-ticket.action.js';
import { updateTicket } from './actions/update-ticket.action.js';
import { zendesk } from './zendesk.connector.js';

describe('Zendesk', () => {
  let stage: ConnectorStage;

  beforeAll(async () => {
    stage = await ConnectorStage.open(zendesk, new URL('./', import.meta.url));
  });
  afterAll(() => stage.close());

  it('tells by what is entered which way in is meant', async () => {
    for (const [mode, entered] of Object.entries(await stage.fixtures.credentials())) {
      const pairs = Object.entries(entered).map(([key, value]) => ({ key, value }));
      expect(readCredentials(zendesk, { values: pairs }, null).mode.key).toBe(mode);
    }
  });

  it.each([replyToTicket, addNote])('never sends the comment of $key twice by itself', async (action) => {
    stage.play(({ method }) =>
      method === 'GET' ? { status: 200, body: { ticket: { updated_at: '2026-11-21T10:38:52Z' } } } : { status: 503 },
    );
    const input = { ticketId: 7, body: 'Bonjour' };
    await expect(action.run(await stage.client(), input)).rejects.toMatchObject({ kind: 'upstream_unavailable' });
    expect(stage.vendor.received.map(({ method }) => method)).toEqual(['GET', 'PUT']);
  });

  it('never updates a ticket twice by itself, since triggers may write to people each time', async () => {
    stage.play(() => ({ status: 503 }));
    const run = updateTicket.run(await stage.client(), { ticketId: 7, status: 'solved' });
    await expect(run).rejects.toMatchObject({ kind: 'upstream_unavailable' });
    expect(stage.vendor.received).toHaveLength(1);
  });
});
