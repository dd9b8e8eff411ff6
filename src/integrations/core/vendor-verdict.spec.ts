import { kindOfStatus, saidVerdict, untilReset } from './vendor-verdict.js';

describe('kindOfStatus', () => {
  it.each([
    [400, 'invalid_input'],
    [401, 'credential_rejected'],
    [402, 'rights_missing'],
    [403, 'rights_missing'],
    [404, 'not_found'],
    [409, 'conflict'],
    [422, 'invalid_input'],
    [429, 'rate_limited'],
    [200, null],
    [418, null],
    [500, null],
    [503, null],
  ] as const)('reads %d as %s', (status, kind) => {
    expect(kindOfStatus(status)).toBe(kind);
  });
});

describe('saidVerdict', () => {
  it('says what is missing in the vendor’s words, or by its code without any', () => {
    const code = 'forbidden';
    expect(saidVerdict('rights_missing', { code, message: 'No seat.' })).toEqual({
      kind: 'rights_missing',
      code,
      message: 'No seat.',
      missing: ['No seat.'],
    });
    expect(saidVerdict('rights_missing', { code })).toMatchObject({ missing: [code] });
  });

  it('names nothing as missing for any other fault', () => {
    expect(saidVerdict('conflict', { message: 'Twice.' })).toEqual({
      kind: 'conflict',
      code: undefined,
      message: 'Twice.',
    });
  });

  it('is none where nothing is known of the fault', () => {
    expect(saidVerdict(null, { message: 'Away.' })).toBeNull();
  });
});

describe('untilReset', () => {
  const date = 'Sat, 21 Nov 2026 12:00:00 GMT';
  const at = (seconds: number) => String(Date.parse(date) / 1000 + seconds);
  const wait = (headers: Record<string, string>) => untilReset({ headers }, 'x-reset');

  it('counts from the moment of the reply, not from ours', () => {
    expect(wait({ 'x-reset': at(42), date })).toBe(42_000);
  });

  it.each([
    ['no such header', { date }],
    ['a header that is no number', { 'x-reset': 'soon', date }],
    ['no date', { 'x-reset': at(42) }],
    ['a moment that is past', { 'x-reset': at(-1), date }],
  ])('is not known by %s', (_what, headers: Record<string, string>) => {
    expect(wait(headers)).toBeUndefined();
  });
});
