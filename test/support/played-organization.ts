import { CalComStandIn, leGourmetAccount, leGourmetEventTypes } from '../../src/sandbox/index.js';
import { calComKey } from './calendar-server.js';
import { startServer, type TestServer } from './server.js';

interface PlayedOrganization {
  server: TestServer;
  /** Plays the account of the deployment, and those that workspaces connect. */
  calcom: CalComStandIn;
}

/**
 * A whole server whose workspaces connect a Cal.com account that has an organization, or none; for the tests of the
 * `describe` that calls this.
 */
export function withPlayedOrganization(organization: { id: number } | null): Readonly<PlayedOrganization> {
  const played = {} as PlayedOrganization;
  beforeAll(async () => {
    const account = { apiKey: calComKey, account: leGourmetAccount, eventTypes: leGourmetEventTypes };
    played.calcom = await CalComStandIn.open({ ...account, organization });
    const { url } = played.calcom;
    const env = { INTEGRATIONS_STAND_IN_URL: url, CAL_API_KEY: calComKey, CAL_BASE_URL: url };
    played.server = await startServer(env);
  }, 60_000);
  afterEach(() => played.calcom.faults.clear());
  afterAll(async () => {
    await played.server.close();
    await played.calcom.close();
  });
  return played;
}
