import { isPhoneNumber } from '../../../kernel/graphql/index.js';
import { toE164 } from './phone-identity.js';

describe('a number as a platform gives it', () => {
  it.each([
    ['+33612345678', '+33612345678'],
    ['+33 6 12 34 56 78', '+33612345678'],
    ['+1 (415) 555-0100', '+14155550100'],
  ])('%s is %s', (identity, number) => {
    expect(toE164(identity)).toBe(number);
    expect(isPhoneNumber(number)).toBe(true);
  });

  it.each([
    'anonymous',
    'sip:+33612345678@example.test',
    'client:alice',
    '0612345678',
    '+0612345678',
    '+12345',
    '',
    null,
  ])('%p is none', (identity) => {
    expect(toE164(identity)).toBeNull();
  });
});
