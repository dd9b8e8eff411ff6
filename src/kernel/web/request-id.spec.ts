import { requestIdOf } from './request-id.js';

const idFor = (given: string | string[] | undefined) =>
  requestIdOf({ headers: given === undefined ? {} : { 'x-request-id': given } });

describe('The id of a request', () => {
  it.each(['a1b2c3d4', '0193e1c2-7b1a-7c3e-9d2f-1a2b3c4d5e6f', 'svc.api:42_x-y', 'x'.repeat(128)])(
    'is the caller’s own where it is a sane one: %s',
    (given) => {
      expect(idFor(given)).toBe(given);
    },
  );

  it.each([
    undefined,
    '',
    'short',
    'x'.repeat(129),
    '-leading-dash',
    'with space in it',
    'line\nbreak-in-it',
    '"quoted-id"',
    '<script>alert(1)</script>',
    'émile-et-une-nuit',
    ['one-id-of-two', 'another-id-of-two'],
  ])('is made here for %p', (given) => {
    expect(idFor(given)).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
    expect(idFor(given)).not.toBe(idFor(given));
  });
});
