import { VendorStage, type Respond } from '../../src/integrations/testing/vendor-stage.js';
import { signUp, type Person } from './people.js';
import { startServer, type TestServer } from './server.js';

interface PlayedVendors {
  server: TestServer;
  /** Plays every vendor that the server calls. */
  vendor: VendorStage;
  /** New for each test. */
  person: Person;
}

/**
 * A server whose vendors are played, for the tests of the `describe` that calls this: filled in by the time that they run.
 *
 * @param respond What the vendors answer at the beginning of each test.
 */
export function withPlayedVendors(respond: Respond, env: Record<string, string> = {}): Readonly<PlayedVendors> {
  const played = {} as PlayedVendors;
  beforeAll(async () => {
    played.vendor = await VendorStage.open();
    played.server = await startServer({ INTEGRATIONS_STAND_IN_URL: played.vendor.url, ...env });
  }, 60_000);
  afterAll(async () => {
    await played.server.close();
    await played.vendor.close();
  });
  beforeEach(async () => {
    played.person = await signUp(played.server.client);
    played.vendor.play(respond);
  });
  return played;
}
