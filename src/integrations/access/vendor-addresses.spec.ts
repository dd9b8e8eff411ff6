import type { LookupAddress } from 'node:dns';
import { z } from 'zod';
import { Secret } from '../../kernel/config/index.js';
import { AddressGuard, AddressRefused, HttpClient, isPublicAddress } from '../../kernel/http/index.js';
import { InstantTimer } from '../../kernel/http/testing/instant-timer.js';
import { localServer, type LocalServer } from '../../kernel/http/testing/local-server.js';
import { bearer } from '../core/auth-mode.js';
import type { Connector } from '../core/connector.js';
import { secretField, textField } from '../core/credential-field.js';
import { CredentialValues } from '../core/credential-values.js';
import { defineConnector } from '../core/define-connector.js';
import { readCredentials } from '../connections/credential-input.js';
import { ConnectionClient } from './connection-client.js';
import { VendorNetwork } from './vendor-network.js';

const label = { en: 'x', fr: 'x' };
const fields = [
  textField('subdomain', { label, pattern: /^[a-z0-9][a-z0-9-]{0,62}$/, strict: true }),
  secretField('token', { label }),
];
const helpdesk: Connector = defineConnector({
  key: 'helpdesk',
  name: 'Helpdesk',
  category: label,
  description: label,
  documentationUrl: 'https://helpdesk.example',
  setupSteps: [label],
  leastPrivilege: label,
  updatedOn: '2026-11-21',
  auth: [{ key: 'token', label, fields, sign: bearer('token') }],
  bases: { main: (settings) => `https://${settings.text('subdomain')}.helpdesk.example/api` },
  hosts: ['*.helpdesk.example'],
  verify: () => Promise.resolve({ accountName: null }),
  agents: {},
});

const reply = z.object({ ok: z.boolean() });
const v4 = (address: string): LookupAddress => ({ address, family: 4 });
const v6 = (address: string): LookupAddress => ({ address, family: 6 });

describe('the address of a vendor', () => {
  let server: LocalServer;
  let http: HttpClient | undefined;

  /** A client whose resolver answers as a hostile name server would; the local server stands where it must never be reached. */
  const clientFor = (subdomain: string, ...answers: LookupAddress[][]) => {
    let asked = 0;
    const resolve = () => Promise.resolve(answers[Math.min((asked += 1), answers.length) - 1] ?? []);
    const rules = { schemes: ['https:'], ports: [''], allows: isPublicAddress };
    http = new HttpClient({ guard: new AddressGuard(rules, resolve), timer: new InstantTimer() });
    const entered = new Map<string, string | Secret>([
      ['subdomain', subdomain],
      ['token', new Secret('canary-of-the-helpdesk')],
    ]);
    return new ConnectionClient(
      {
        connector: helpdesk,
        mode: helpdesk.auth[0],
        values: new CredentialValues(fields, entered),
        grants: undefined,
        network: new VendorNetwork(http),
        pace: () => Promise.resolve(),
        journal: () => undefined,
      },
      { action: 'test', timeoutMs: 2_000 },
    );
  };

  beforeEach(async () => {
    server = await localServer((response) => response.end('{"ok":true}'));
  });
  afterEach(async () => {
    await server.close();
    await http?.onApplicationShutdown();
  });

  it.each([
    ['loopback', [v4('127.0.0.1')]],
    ['a private network', [v4('10.1.2.3')]],
    ['another private network', [v4('192.168.0.10')]],
    ['link-local, where clouds keep their metadata', [v4('169.254.169.254')]],
    ['IPv6 loopback', [v6('::1')]],
    ['IPv4 mapped into IPv6', [v6('::ffff:127.0.0.1')]],
    ['IPv6 unique local', [v6('fd00:ec2::254')]],
    ['IPv6 link-local', [v6('fe80::1')]],
    ['NAT64 of loopback', [v6('64:ff9b::7f00:1')]],
    ['a public and a private address together', [v4('93.184.216.34'), v4('127.0.0.1')]],
  ])('is refused where its name leads to %s', async (_what, answer) => {
    const error: unknown = await clientFor('acme', answer)
      .get('/me', { reply })
      .catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(AddressRefused);
    expect(server.received).toEqual([]);
  });

  it.each([
    'localhost/',
    'acme.evil.example#',
    'acme@evil.example',
    '127.0.0.1',
    '[::1]',
    '..',
    'acme/../..',
    'ACME.helpdesk.example',
    'a'.repeat(64),
    'acme\r\nhost: evil',
    'аcme',
    '%61cme',
  ])('cannot be entered as %j', (subdomain) => {
    const values = [
      { key: 'subdomain', value: subdomain },
      { key: 'token', value: 'canary-of-the-helpdesk' },
    ];
    expect(() => readCredentials(helpdesk, { values }, null)).toThrow();
  });

  it.each([
    'https://evil.example/next',
    'https://helpdesk.example.evil.example/next',
    'https://a.b.helpdesk.example/next',
    'https://helpdesk.example/next',
  ])('is one that the connector declares: %s is not, whoever names it', async (address) => {
    const client = clientFor('acme', [v4('93.184.216.34')]);
    await expect(client.get(address, { reply })).rejects.toMatchObject({ meta: { why: 'host' } });
  });

  it.each(['http://acme.helpdesk.example/next', 'https://acme.helpdesk.example:8443/next'])(
    'has no other scheme or port: %s',
    async (address) => {
      const client = clientFor('acme', [v4('93.184.216.34')]);
      await expect(client.get(address, { reply })).rejects.toBeInstanceOf(AddressRefused);
    },
  );
});
