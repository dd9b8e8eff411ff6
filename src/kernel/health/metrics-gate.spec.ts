import { Config } from '../config/index.js';
import { MetricsGate } from './metrics-gate.js';

const encryptionKeys = `test:${Buffer.alloc(32, 1).toString('base64')}`;
const token = 'a-token-for-metrics-0123456789';
const gateWith = (env: Record<string, string>) =>
  new MetricsGate(Config.read({ NODE_ENV: 'test', ENCRYPTION_KEYS: encryptionKeys, ...env }));

describe('MetricsGate', () => {
  it.each(['127.0.0.1', '127.8.8.8', '::1', '::ffff:127.0.0.1'])('opens for this machine at %s', (address) => {
    expect(() => gateWith({}).assertOpen(address, {})).not.toThrow();
  });

  it.each(['10.0.0.1', '203.0.113.9', '::ffff:10.0.0.1', '2001:db8::1', undefined])(
    'stays closed for %s',
    (address) => {
      expect(() => gateWith({ METRICS_TOKEN: token }).assertOpen(address, {})).toThrow(/METRICS_TOKEN/);
    },
  );

  it.each(['x-forwarded-for', 'forwarded', 'x-real-ip', 'via'])(
    'stays closed for what a proxy forwards (%s)',
    (header) => {
      expect(() => gateWith({}).assertOpen('127.0.0.1', { [header]: 'for=203.0.113.9' })).toThrow(/METRICS_TOKEN/);
    },
  );

  it('opens for the token, and for nothing like it', () => {
    const gate = gateWith({ METRICS_TOKEN: token });

    expect(() => gate.assertOpen('203.0.113.9', { authorization: `Bearer ${token}` })).not.toThrow();
    for (const authorization of ['', 'Bearer', 'Bearer ', token, `Basic ${token}`, `Bearer ${token.slice(1)}`]) {
      expect(() => gate.assertOpen('203.0.113.9', { authorization })).toThrow(/METRICS_TOKEN/);
    }
  });

  it('has no token that opens it while none is set', () => {
    expect(() => gateWith({}).assertOpen('203.0.113.9', { authorization: 'Bearer undefined' })).toThrow(
      /METRICS_TOKEN/,
    );
  });
});
