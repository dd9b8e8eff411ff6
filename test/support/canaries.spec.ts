import { Canaries } from './canaries.js';

const secret = 'canary-"7f3a+9c/21$';

describe('a canary', () => {
  const canaries = new Canaries();
  canaries.add('password', secret);
  canaries.add('token', 'another canary');

  it.each<[string, string]>([
    ['as it is', `password=${secret};`],
    ['in JSON', JSON.stringify({ note: `the password is ${secret}` })],
    ['in an address', `https://example.fr/?password=${encodeURIComponent(secret)}&x=1`],
    ['as bytes of a row', `\\x00ff${Buffer.from(secret).toString('hex')}00`],
    ...['', '1', '12', '123'].map((before): [string, string] => [
      `in Base64 after ${before.length} bytes`,
      Buffer.from(`${before}${secret} and more`).toString('base64'),
    ]),
  ])('is found %s', (_, text) => {
    expect(canaries.in(text)).toEqual(['password']);
  });

  it('is not found where it may stand, nor in a part or another case of it', () => {
    expect(canaries.in(secret, ['password'])).toEqual([]);
    expect(canaries.in(`${secret.slice(1)} ${secret.toUpperCase()}`)).toEqual([]);
  });

  it('is told by name only, once, beside others', () => {
    expect(canaries.in(`${secret} ${secret} another canary`)).toEqual(['password', 'token']);
  });

  it('must be long enough not to be found by chance', () => {
    expect(() => canaries.add('pin', '1234')).toThrow('pin is too short');
  });
});
