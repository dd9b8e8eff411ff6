import { Secret } from '../../../../kernel/config/index.js';
import { provesAccount } from './twilio-proof.js';

// The worked example of https://www.twilio.com/docs/usage/security
const form = 'CallSid=CA1234567890ABCDE&Caller=%2B14158675310&Digits=1234&From=%2B14158675310&To=%2B18005551212';
const genuine = {
  method: 'POST',
  url: 'https://example.com/myapp.php?foo=1&bar=2',
  raw: Buffer.from(form),
  header: (name: string) => (name === 'x-twilio-signature' ? 'L/OH5YylLD5NRKLltdqwSvS0BnU=' : undefined),
};
const token = new Secret('12345');

describe('provesAccount', () => {
  it('believes what the account has signed', () => {
    expect(provesAccount(genuine, token)).toBe(true);
  });

  it.each([
    ['another token', genuine, new Secret('12346')],
    ['no token', genuine, new Secret('')],
    ['another address', { ...genuine, url: 'https://example.com/myapp.php?foo=1&bar=3' }, token],
    ['an altered form', { ...genuine, raw: Buffer.from(form.replace('1234&', '1235&')) }, token],
    ['one field more', { ...genuine, raw: Buffer.from(`${form}&A=`) }, token],
    ['no signature', { ...genuine, header: () => undefined }, token],
    ['an empty signature', { ...genuine, header: () => '' }, token],
  ])('does not believe %s', (_, request, secret) => {
    expect(provesAccount(request, secret)).toBe(false);
  });
});
