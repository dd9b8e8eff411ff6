import type { LookupAddress } from 'node:dns';
import { z } from 'zod';
import { Secret } from '../../kernel/config/index.js';
import { AddressGuard, AddressRefused, HttpClient, isPublicAddress } from '../../kernel/http/index.js';
import { InstantTimer } from '../../kernel/http/testing/instant-timer.js';
import { json, localServer, type LocalServer } from '../../kernel/http/testing/local-server.js';
import { bearer } from '../core/auth-mode.js';
import type { Connector } from '../core/connector.js';
import { secretField, textField } from '../core/credential-field.js';
import { CredentialValues } from '../core/credential-values.js';
import { defineConnector } from '../core/define-connector.js';
import { ConnectionClient } from './connection-client.js';
import { VendorNetwork } from './vendor-network.js';

const label = { en: 'x', fr: 'x' };
const fields = [textField('address', { label, required: false }), secretField('token', { label })];
const planner: Connector = defineConnector({
  key: 'planner',
  name: 'Planner',
  category: label,
  description: label,
  documentationUrl: 'https://planner.example',
  setupSteps: [label],
  leastPrivilege: label,
  updatedOn: '2026-11-21',
  auth: [{ key: 'token', label, fields, sign: bearer('token') }],
  bases: { main: (settings) => settings.optionalText('address') ?? 'https://api.planner.example' },
  hosts: ['api.planner.example'],
  ownHost: (settings) => {
    const address = settings.optionalText('address');
    return address === undefined ? undefined : new URL(address).hostname;
  },
  verify: () => Promise.resolve({ accountName: null }),
  agents: {},
});
const reply = z.object({ ok: z.boolean() });

describe('the host of software that its users run themselves', () => {
  let server: LocalServer;
  let http: HttpClient;
  let resolved: string[];

  beforeEach(async () => {
    server = await localServer(json(200, { ok: true }));
    resolved = [];
  });
  afterEach(async () => {
    await http.onApplicationShutdown();
    await server.close();
  });

  /** A client whose every name leads to this address. */
  const clientAt = (address: string | undefined, leadsTo: string, network?: (http: HttpClient) => VendorNetwork) => {
    const resolve = (name: string) => {
      resolved.push(name);
      return Promise.resolve<LookupAddress[]>([{ address: leadsTo, family: 4 }]);
    };
    const rules = { schemes: ['https:'], ports: [''], allows: isPublicAddress };
    http = new HttpClient({ guard: new AddressGuard(rules, resolve), timer: new InstantTimer() });
    const entered = new Map<string, string | Secret>([['token', new Secret('canary-of-the-planner')]]);
    if (address !== undefined) entered.set('address', address);
    return new ConnectionClient(
      {
        connector: planner,
        mode: planner.auth[0],
        values: new CredentialValues(fields, entered),
        grants: undefined,
        network: network?.(http) ?? new VendorNetwork(http),
        pace: () => Promise.resolve(),
        journal: () => undefined,
      },
      { action: 'test', timeoutMs: 2_000 },
    );
  };

  it('is called beside those that the connector declares', async () => {
    const client = clientAt('https://plan.acme.example', '10.0.0.1');
    await expect(client.get('/me', { reply })).rejects.toBeInstanceOf(AddressRefused);
    await expect(client.get('https://api.planner.example/me', { reply })).rejects.toBeInstanceOf(AddressRefused);
    // Both were looked up, and refused for where they lead.
    expect(new Set(resolved)).toEqual(new Set(['plan.acme.example', 'api.planner.example']));
  });

  it.each(['10.1.2.3', '127.0.0.1', '169.254.169.254'])('is refused where its name leads to %s', async (leadsTo) => {
    await expect(clientAt('https://plan.acme.example', leadsTo).get('/me', { reply })).rejects.toMatchObject({
      meta: { why: 'not public' },
    });
    expect(server.received).toEqual([]);
  });

  it.each([
    ['http://plan.acme.example', 'scheme'],
    ['https://plan.acme.example:8443', 'port'],
    ['https://127.0.0.1', 'not public'],
    ['https://[::1]', 'not public'],
  ])('has no other scheme or port, and is no address inside: %s', async (address, why) => {
    await expect(clientAt(address, '93.184.216.34').get('/me', { reply })).rejects.toMatchObject({ meta: { why } });
    expect(server.received).toEqual([]);
  });

  it.each([
    ['another host', 'https://plan.acme.example', 'https://evil.example/next'],
    ['a host below it', 'https://plan.acme.example', 'https://a.plan.acme.example/next'],
    ['what a star in it would stand for', 'https://*.example', 'https://evil.example/next'],
    ['anything where none was entered', undefined, 'https://plan.acme.example/next'],
  ])('lets the vendor name no other: not %s', async (_what, address, next) => {
    await expect(clientAt(address, '93.184.216.34').get(next, { reply })).rejects.toMatchObject({
      meta: { why: 'host' },
    });
    expect(resolved).toEqual([]);
  });

  it('may be private, with a port and without https, where the operator named it', async () => {
    const client = clientAt(server.url, '93.184.216.34', (plain) => new VendorNetwork(plain).trusting(server.url));
    expect(await client.get('/me', { reply })).toEqual({ ok: true });
    expect(server.received.map(({ url }) => url)).toEqual(['/me']);
  });

  it('is no licence for other ports of the same machine', async () => {
    const other = await localServer(json(200, { ok: true }));
    const client = clientAt(other.url, '93.184.216.34', (plain) => new VendorNetwork(plain).trusting(server.url));
    await expect(client.get('/me', { reply })).rejects.toBeInstanceOf(AddressRefused);
    expect(other.received).toEqual([]);
    await other.close();
  });
});
