import { ConnectorStage } from '../../../testing/connector-stage.js';
import { freshdesk } from '../freshdesk.connector.js';
import { updateTicket } from './update-ticket.action.js';

describe('update_ticket', () => {
  it('never changes a ticket twice by itself, since automations may write to people each time', async () => {
    const stage = await ConnectorStage.open(freshdesk, new URL('../', import.meta.url));
    stage.play(() => ({ status: 503 }));
    const run = updateTicket.run(await stage.client(), { ticketId: 22, status: 4 });
    await expect(run).rejects.toMatchObject({ kind: 'upstream_unavailable' });
    expect(stage.vendor.received).toHaveLength(1);
    await stage.close();
  });
});
