import fc from 'fast-check';
import { AddressRefused } from './http.errors.js';
import { requestUrl, route } from './request-url.js';

describe('requestUrl', () => {
  it.each([
    ['https://api.vapi.ai', '/call', 'https://api.vapi.ai/call'],
    ['https://api.vapi.ai/', 'call', 'https://api.vapi.ai/call'],
    ['https://cal.example/api/v2', '/slots', 'https://cal.example/api/v2/slots'],
    ['https://cal.example/api/v2/', '', 'https://cal.example/api/v2/'],
    ['https://files.example/a%20b?sig=x%2By', '', 'https://files.example/a%20b?sig=x%2By'],
  ])('joins %s and %s', (base, path, url) => {
    expect(requestUrl(base, path).href).toBe(url);
  });

  it.each([
    '/../admin',
    '/a/../../admin',
    '/./a',
    '/%2e%2e/admin',
    '/.%2E/x',
    '/a?b=1',
    '/a#b',
    '/\\evil.example',
    '/a\n/.\t./b',
  ])('refuses the path %j', (path) => {
    expect(() => requestUrl('https://api.example/v1', path)).toThrow(AddressRefused);
  });

  it.each(['//evil.example/x', '@evil.example', ':8080/x', 'https://evil.example', '.evil.example'])(
    'stays at home with the path %j',
    (path) => {
      expect(requestUrl('https://api.example', path).origin).toBe('https://api.example');
    },
  );

  it('stays below its base whatever the path', () => {
    const hostile = fc.oneof(
      fc.string(),
      fc
        .array(fc.constantFrom('..', '.', '/', '%2e', '%2f', '\\', '?', '#', '@', ':', 'a', '\t', '\n'), {
          maxLength: 12,
        })
        .map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(hostile, (path) => {
        try {
          const url = requestUrl('https://api.example/v1', path);
          return url.origin === 'https://api.example' && /^\/v1(\/|$)/.test(url.pathname) && url.search === '';
        } catch (error) {
          return error instanceof AddressRefused;
        }
      }),
      { numRuns: 2000 },
    );
  });
});

describe('route', () => {
  it('encodes its values', () => {
    expect(route`/call/${'a/b?c#d'}/line/${7}`).toBe('/call/a%2Fb%3Fc%23d/line/7');
  });

  it.each(['', '.', '..'])('refuses the value %j', (value) => {
    expect(() => route`/call/${value}/x`).toThrow(AddressRefused);
  });
});
