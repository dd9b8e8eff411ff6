import { randomBytes } from 'node:crypto';
import { performance } from 'node:perf_hooks';
import { z } from 'zod';
import type { Secret } from '../../src/kernel/config/index.js';
import { Envelope, KeyRing } from '../../src/kernel/crypto/index.js';
import { HttpClient } from '../../src/kernel/http/index.js';
import { ConnectionClient } from '../../src/integrations/access/connection-client.js';
import { VendorNetwork } from '../../src/integrations/access/vendor-network.js';
import { CredentialValues } from '../../src/integrations/core/credential-values.js';
import type { Connector } from '../../src/integrations/core/connector.js';
import { freshdesk } from '../../src/integrations/connectors/freshdesk/freshdesk.connector.js';
import { ConnectionVault } from '../../src/integrations/vault/connection-vault.js';
import { figure, type Figure } from '../report/figure.js';
import { median } from '../report/statistics.js';
import type { Stage } from '../stage/stage.js';
import type { Row } from './row.js';

const rounds = 3_000;
const ticket = z.object({ id: z.int(), subject: z.string() });
const place = {
  id: '01a1fde5-3b34-7468-9b63-d2771a975ba0',
  workspaceId: '01a1fde5-383f-7324-80fc-dacabe2694b5',
  agentKey: 'cassie',
  integrationKey: 'freshdesk',
};

/** What it costs to act with a stored credential: opening it, and everything that is ours around one request. */
export const connectors: Row = {
  key: 'connectors',
  title: 'A credential opened, and a request to a vendor',
  perBackend: false,
  async run(stage: Stage): Promise<Figure[]> {
    const vendor = await stage.startReference('bench/bare-vendor.js', {});
    const http = new HttpClient();
    try {
      const url = await vendor.url();
      const client = builder(new VendorNetwork(http, url));
      return [decryptAndBuild(client), await callVendor(client(), `${url}/acme.freshdesk.com/api/v2/tickets/20`)];
    } finally {
      await http.onApplicationShutdown();
      await vendor.stop();
    }
  },
};

/** As ConnectionAccess does: opens the sealed key and builds a client; the row of the connection is there already. */
function builder(network: VendorNetwork): () => ConnectionClient {
  const ring = KeyRing.parse(`bench:${randomBytes(32).toString('base64')}`);
  if (!(ring instanceof KeyRing)) throw new Error(ring.fault);
  const vault = new ConnectionVault(new Envelope(ring));
  const sealed = vault.seal(place, 'apiKey', 'FreshdeskKey0123456789');
  const connector: Connector = freshdesk;
  const [mode] = connector.auth;
  return () => {
    const entered = new Map<string, string | Secret>([
      ['subdomain', 'acme'],
      ['apiKey', vault.open(place, 'apiKey', sealed)],
    ]);
    const values = new CredentialValues(mode.fields, entered);
    const [pace, journal] = [() => Promise.resolve(), () => undefined];
    return new ConnectionClient(
      { connector, mode, values, grants: undefined, network, pace, journal },
      { action: 'get_ticket' },
    );
  };
}

function decryptAndBuild(build: () => unknown): Figure {
  for (let index = 0; index < rounds; index += 1) build();
  const times = Array.from({ length: rounds }, () => {
    const startedAt = performance.now();
    build();
    return performance.now() - startedAt;
  });
  return figure(connectors.key, null, {
    what: 'a stored credential to a client, median',
    unit: 'ms',
    measured: median(times),
    target: { of: 'measured', atMost: 0.2 },
  });
}

/** One after the other and in turns, so that both meet the same machine. */
async function callVendor(client: ConnectionClient, address: string): Promise<Figure> {
  const [ours, bare]: [number[], number[]] = [[], []];
  for (let index = 0; index < rounds; index += 1) {
    const counts = index > rounds / 10;
    const productMs = await timed(() => client.get('/tickets/20', { reply: ticket }));
    const referenceMs = await timed(async () => ticket.parse(await (await fetch(address)).json()));
    if (counts) ours.push(productMs);
    if (counts) bare.push(referenceMs);
  }
  return figure(connectors.key, null, {
    what: 'a request through a connector, beyond a bare fetch, median',
    unit: 'ms',
    measured: median(ours) - median(bare),
    target: { of: 'measured', atMost: 1 },
    detail: { connectorMs: median(ours), fetchMs: median(bare), without: 'the shared budget and the call log' },
  });
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now();
  await work();
  return performance.now() - startedAt;
}
