import { parseValue, type GraphQLScalarType } from 'graphql';
import { EmailAddressScalar } from './email-address.scalar.js';
import { PhoneNumberScalar, toPhoneNumber } from './phone-number.scalar.js';
import { ScalarRefused } from './scalar.errors.js';
import { UrlScalar } from './url.scalar.js';

interface TextScalarCase {
  scalar: GraphQLScalarType<string, string>;
  reason: string;
  accepted: string[];
  refused: string[];
}

const longLabel = 'x'.repeat(63);

const cases: TextScalarCase[] = [
  {
    scalar: EmailAddressScalar,
    reason: 'GRAPHQL.EMAILADDRESS_EXPECTED',
    accepted: [
      'contact@legourmet.fr',
      'a.b+c@sub.example.co',
      'josé@exämple.fr',
      `${'x'.repeat(64)}@b.fr`,
      `a@${longLabel}.fr`,
    ],
    refused: [
      '',
      'contact',
      '@b.fr',
      'a@',
      'a@b',
      'a@.fr',
      'a@b..fr',
      'a@-b.fr',
      'a@b-.fr',
      '.a@b.fr',
      'a.@b.fr',
      'a..b@b.fr',
      'a b@c.fr',
      'a@b.fr\r\nBcc: x@y.fr',
      'a@b.fr\n',
      'a@b@c.fr',
      '<a@b.fr>',
      '"a b"@c.fr',
      `${'x'.repeat(65)}@b.fr`,
      `a@${longLabel}x.fr`,
      `a@${`${longLabel}.`.repeat(4)}fr`,
    ],
  },
  {
    scalar: PhoneNumberScalar,
    reason: 'GRAPHQL.PHONENUMBER_EXPECTED',
    accepted: ['+33123456789', '+12025550123', '+290123', '+123456789012345'],
    refused: [
      '',
      '0123456789',
      '33123456789',
      '+0123456789',
      '+33 1 23 45 67 89',
      '+33(0)123456789',
      '+12345',
      '+1234567890123456',
      '+33123456789\n',
      '+٣٣١٢٣٤٥٦٧٨',
      'anonymous',
      'sip:a@b.fr',
      'client:camille',
    ],
  },
  {
    scalar: UrlScalar,
    reason: 'GRAPHQL.URL_EXPECTED',
    accepted: ['https://example.com', 'http://127.0.0.1:3000/a?b=c#d', 'HTTPS://EXAMPLE.COM/é'],
    refused: [
      '',
      'example.com',
      '/calls',
      '//example.com',
      'https://',
      'ftp://example.com',
      'javascript:alert(1)',
      'data:text/html,x',
      'https://exa mple.com',
      'https://example.com/a b',
      'https://example.com:99999',
      ' https://example.com',
      `https://example.com/${'x'.repeat(2_048)}`,
    ],
  },
];

describe.each(cases)('$scalar', ({ scalar, reason, accepted, refused }) => {
  it.each(accepted)('takes and serves %j as it is', (text) => {
    expect(scalar.parseValue(text)).toBe(text);
    expect(scalar.parseLiteral(parseValue(JSON.stringify(text)))).toBe(text);
    expect(scalar.serialize(text)).toBe(text);
  });

  it.each(refused)('refuses %j', (text) => {
    expect(() => scalar.parseValue(text)).toThrow(ScalarRefused);
    expect(() => scalar.parseLiteral(parseValue(JSON.stringify(text)))).toThrow(ScalarRefused);
  });

  it.each<[unknown]>([[33_123_456_789], [true], [null], [[accepted[0]]], [{ text: accepted[0] }]])(
    'refuses %j, which is no text',
    (value) => {
      expect(() => scalar.parseValue(value)).toThrow(ScalarRefused);
    },
  );

  it('says in both languages what to send', () => {
    expect.assertions(2);
    try {
      scalar.parseValue('');
    } catch (error) {
      expect(error).toMatchObject({ kind: 'invalid_input', reason });
      const { en, fr } = (error as ScalarRefused).safeMessage;
      expect([en, fr]).toEqual([expect.stringMatching(/^Expected /), expect.stringMatching(/attendue?/)]);
    }
  });

  it('serves nothing but text', () => {
    expect(() => scalar.serialize(33)).toThrow(`${scalar.name} must be served from a string, not number.`);
  });
});

describe('toPhoneNumber', () => {
  it('gives null for what a platform sent in place of a number', () => {
    expect(['+33123456789', 'anonymous', 'sip:a@b.fr', '', null, undefined].map(toPhoneNumber)).toEqual([
      '+33123456789',
      ...Array<null>(5).fill(null),
    ]);
  });
});
