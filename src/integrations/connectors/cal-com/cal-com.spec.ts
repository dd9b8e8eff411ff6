import { readCredentials } from '../../connections/credential-input.js';
import { ConnectorStage } from '../../testing/connector-stage.js';
import { limitsOn } from '../../access/limits-on.js';
import { ConnectionSettings } from '../../access/connection-settings.js';
import { CredentialValues } from '../../core/credential-values.js';
import { calCom } from './cal-com.connector.js';
import { apiUrlOf, appUrlOf, ownHostOf } from './cal-com-place.js';

const [apiKey, oauth] = calCom.auth;
const entered = (values: Record<string, string>) =>
  readCredentials(
    calCom,
    { values: Object.entries({ apiKey: 'cal_live_1', ...values }).map(([key, value]) => ({ key, value })) },
    null,
  );
const settings = (values: Record<string, string> = {}, mode = apiKey) =>
  new ConnectionSettings(new CredentialValues(mode.fields, new Map(Object.entries(values))), undefined);
const limitOf = (mode: string, values: Record<string, string> = {}) =>
  limitsOn(calCom, { mode, settings: settings(values) }, { method: 'GET', path: '/v2/me' });

describe('Cal.com', () => {
  it('tells by what is entered which way in is meant', async () => {
    const stage = await ConnectorStage.open(calCom, new URL('./', import.meta.url));
    for (const [mode, given] of Object.entries(await stage.fixtures.credentials())) {
      const values = Object.entries(given).map(([key, value]) => ({ key, value }));
      expect(readCredentials(calCom, { values }, null).mode.key).toBe(mode);
    }
    await stage.close();
  });

  it.each([
    [{}, 'https://api.cal.com', undefined],
    [{ region: 'cloud' }, 'https://api.cal.com', undefined],
    [{ region: 'eu' }, 'https://api.cal.eu', undefined],
    [{ region: 'eu', baseUrl: 'https://plan.acme.example' }, 'https://api.cal.eu', undefined],
    [{ region: 'self-hosted', baseUrl: 'https://plan.acme.example' }, 'https://plan.acme.example', 'plan.acme.example'],
    [
      { region: 'self-hosted', baseUrl: 'https://plan.acme.example/api/' },
      'https://plan.acme.example/api',
      'plan.acme.example',
    ],
    [
      { region: 'self-hosted', baseUrl: 'https://plan.acme.example/v2/' },
      'https://plan.acme.example',
      'plan.acme.example',
    ],
  ])('is called for %j at %s', (values, url, host) => {
    expect(apiUrlOf(settings(values))).toBe(url);
    expect(ownHostOf(settings(values))).toBe(host);
  });

  it('says what is missing where no address of one’s own was entered', () => {
    expect(() => apiUrlOf(settings({ region: 'self-hosted' }))).toThrow(
      expect.objectContaining({ kind: 'invalid_input', reason: 'INTEGRATIONS.ADDRESS_MISSING' }) as Error,
    );
  });

  it.each(['https://plan.acme.example', 'https://plan.acme.example/api', 'https://Plan-2.acme.example/'])(
    'takes %s as an address of one’s own',
    (baseUrl) => {
      expect(entered({ region: 'self-hosted', baseUrl }).given.get('baseUrl')).toBe(baseUrl);
    },
  );

  it.each([
    'http://plan.acme.example',
    'https://plan.acme.example:8443',
    'https://user:secret@plan.acme.example',
    'https://localhost',
    'https://[::1]',
    'https://*.example',
    'https://plan.acme.example/..',
    'https://plan.acme.example/?a=1',
    'https://plan.acme.example#',
    'https://plan.acme.example\\@evil.example',
    'plan.acme.example',
  ])('refuses %s as one', (baseUrl) => {
    expect(() => entered({ region: 'self-hosted', baseUrl })).toThrow();
  });

  it('signs people in where their account is', () => {
    expect(appUrlOf(settings({ region: 'eu' }, oauth))).toBe('https://app.cal.eu');
    expect(() => entered({ region: 'self-hosted', clientId: 'app-id' })).toThrow();
  });

  it('keeps to the limit of the way in, or to what Cal.com raised it to', () => {
    expect(limitOf('api_key')).toEqual([{ requests: 120, perMs: 60_000 }]);
    expect(limitOf('api_key', { requestsPerMinute: '600' })).toEqual([{ requests: 600, perMs: 60_000 }]);
    expect(limitOf('oauth')).toEqual([{ requests: 500, perMs: 60_000 }]);
    expect(() => entered({ requestsPerMinute: '0' })).toThrow();
  });
});
