import { z } from 'zod';
import { isEmpty, profileArguments, readProfile } from './said-profile.js';
import { sayEmail } from './say-email.js';

const read = (said: Record<string, unknown>) => readProfile(z.looseObject(profileArguments).parse(said));

describe('what a caller says of themselves', () => {
  it('is read as far as it is clear', () => {
    const said = { name: ' Jean\nDupont ', email: 'jean@example.org', timeZone: 'Montréal' };
    expect(read(said)).toEqual({
      name: 'Jean Dupont',
      email: 'jean@example.org',
      timeZone: 'America/Toronto',
      unclear: [],
    });
  });

  it('is asked again where it is not', () => {
    expect(read({ name: 'Jean', email: 'jean quelque chose', timeZone: 'États-Unis' })).toEqual({
      name: 'Jean',
      unclear: ['email', 'timeZone'],
    });
  });

  it.each([
    [{}],
    [{ name: '' }],
    [{ name: null, email: undefined, timeZone: 'null' }],
    [{ name: '12345' }],
    [{ name: { first: 'Jean' } }],
    [{ name: '\u0000\ud800' }],
    [{ nom: 'Jean' }],
    [{ email: 'je n’ai pas d’adresse' }],
    [{ email: 'None' }],
  ])('is nothing in %j', (said) => {
    expect(isEmpty(read(said))).toBe(true);
  });

  it('is understood as it is spoken', () => {
    expect(read({ email: 'dupont arobase gmail point com' })).toEqual({ email: 'dupont@gmail.com', unclear: [] });
  });

  it('takes no address for a name', () => {
    expect(read({ name: 'jean@example.org' }).name).toBeUndefined();
  });

  it('is no longer than a name can be', () => {
    expect(read({ name: 'x'.repeat(10_000) }).name).toHaveLength(120);
    expect(read({ name: `${'x'.repeat(119)}😀` }).name).toBe('x'.repeat(119));
  });
});

describe('an address that is read out', () => {
  it('has no signs that voices stumble over', () => {
    expect(sayEmail('jean-luc.d_1@example.org', 'fr')).toBe(
      'jean tiret luc point d tiret bas 1 arobase example point org',
    );
    expect(sayEmail('jean-luc.d_1@example.org', 'en')).toBe('jean dash luc dot d underscore 1 at example dot org');
  });
});
