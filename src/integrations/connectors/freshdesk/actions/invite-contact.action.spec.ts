import { ConnectorStage } from '../../../testing/connector-stage.js';
import { freshdesk } from '../freshdesk.connector.js';
import { inviteContact } from './invite-contact.action.js';

describe('invite_contact', () => {
  it('never sends a second invitation by itself', async () => {
    const stage = await ConnectorStage.open(freshdesk, new URL('../', import.meta.url));
    stage.play(() => ({ status: 503 }));
    const run = inviteContact.run(await stage.client(), { contactId: 434 });
    await expect(run).rejects.toMatchObject({ kind: 'upstream_unavailable' });
    expect(stage.vendor.received).toHaveLength(1);
    await stage.close();
  });
});
