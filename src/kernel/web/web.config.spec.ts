import { Config } from '../config/index.js';
import { webConfig } from './web.config.js';

const read = (env: Record<string, string>) => Config.read({ NODE_ENV: 'test', ...env }).get(webConfig);

describe('The settings of the web server', () => {
  it('trust no proxy and no origin unless they are told to', () => {
    expect(read({})).toEqual({ trustedProxies: [], corsOrigins: [] });
  });

  it('take lists', () => {
    expect(read({ TRUSTED_PROXIES: 'loopback, 10.0.0.0/8,2001:db8::1,' }).trustedProxies).toEqual([
      'loopback',
      '10.0.0.0/8',
      '2001:db8::1',
    ]);
    expect(read({ CORS_ORIGINS: 'https://app.example.com, http://localhost:5173' }).corsOrigins).toEqual([
      'https://app.example.com',
      'http://localhost:5173',
    ]);
  });

  it.each([
    ['TRUSTED_PROXIES', 'everyone'],
    ['TRUSTED_PROXIES', 'proxy.example.com'],
    ['TRUSTED_PROXIES', '10.0.0.0/x'],
    ['CORS_ORIGINS', '*'],
    ['CORS_ORIGINS', 'my.example.org'],
    ['CORS_ORIGINS', 'https://my.example.org/'],
    ['CORS_ORIGINS', 'https://my.example.org, null'],
  ])('are refused by name, not by value: %s=%s', (name, value) => {
    expect(() => read({ [name]: value })).toThrow(name);
    expect(() => read({ [name]: value })).not.toThrow(value);
  });
});
