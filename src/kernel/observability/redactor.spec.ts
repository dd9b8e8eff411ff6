import { inspect } from 'node:util';
import { Secret } from '../config/index.js';
import { AppError } from '../errors/index.js';
import { Redactor } from './redactor.js';

const print = (redactor: Redactor, fields: Record<string, unknown>) => JSON.stringify(redactor.fields(fields));

describe('Redactor', () => {
  it('masks the value of a declared secret wherever it stands', () => {
    const redactor = new Redactor(['s3cr3t-value']);

    const printed = print(redactor, {
      note: 'sent s3cr3t-value to them',
      list: [{ deep: 's3cr3t-value' }],
      map: new Map([['s3cr3t-value', 's3cr3t-value']]),
      error: new Error('refused s3cr3t-value', { cause: new Error('s3cr3t-value') }),
    });

    expect(printed).not.toContain('s3cr3t-value');
    expect(printed).toContain('sent [redacted] to them');
  });

  it('masks the parts of a declared secret that travel alone: a URL password, the keys of a key ring', () => {
    const redactor = new Redactor(['postgres://app:p%40ss-w0rd-long@db/app', '2026:AAAABBBBCCCC,2025:DDDDEEEEFFFF']);

    const printed = print(redactor, {
      a: 'p%40ss-w0rd-long',
      b: 'p@ss-w0rd-long',
      c: 'key AAAABBBBCCCC',
      d: 'DDDDEEEEFFFF',
    });

    expect(printed).toBe('{"a":"[redacted]","b":"[redacted]","c":"key [redacted]","d":"[redacted]"}');
  });

  it('masks a secret made while the process runs', () => {
    const redactor = new Redactor();
    redactor.hide('made-just-now');

    expect(redactor.text('got made-just-now')).toBe('got [redacted]');
  });

  it.each([
    'authorization',
    'Cookie',
    'set-cookie',
    'X-Vapi-Secret',
    'x_vapi_secret',
    'password',
    'twilioAuthToken',
    'refresh_token',
    'apiKey',
    'OPENAI_API_KEY',
    'credentials',
    'sipUri',
  ])('masks what stands under the key %s, at any depth', (key) => {
    const printed = print(new Redactor(), {
      [key]: 'visible',
      inner: { [key]: { deep: 'visible' } },
      list: [{ [key]: ['visible'] }],
    });

    expect(printed).not.toContain('visible');
  });

  it('keeps what only names a secret, and whether one is set', () => {
    const fields = { apiKeyId: 'key_1', tokenCount: 12, promptTokens: 90, password: null, hasSecret: true };

    expect(new Redactor().fields(fields)).toEqual(fields);
  });

  it.each([
    ['redis://user:pw@cache:6379/0', 'redis://[redacted]@cache:6379/0'],
    ['GET /x?access_token=abc&page=2', 'GET /x?access_token=[redacted]&page=2'],
    ['Authorization: Bearer abcdefghijkl', 'Authorization: Bearer [redacted]'],
    ['key ab_0123456789abcdefghij used', 'key [redacted] used'],
    ['see https://example.org/a@b', 'see https://example.org/a@b'],
    ['role ab_intake', 'role ab_intake'],
  ])('prints %s as %s', (text, expected) => {
    expect(new Redactor().text(text)).toBe(expected);
  });

  it('masks a JSON Web Token', () => {
    expect(new Redactor().text('t eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.c2lnbmF0dXJl')).toBe('t [redacted]');
  });

  it('prints a Secret as [secret] however it is printed', () => {
    const secret = new Secret('hush-hush');

    expect(new Redactor().fields({ value: secret, list: [secret] })).toEqual({ value: '[secret]', list: ['[secret]'] });
    expect(`${secret} ${String(secret)} ${JSON.stringify({ secret })} ${inspect({ secret })}`).not.toContain(
      'hush-hush',
    );
  });

  it('leaves out what drivers hang on their errors, and keeps the stack of unexpected ones only', () => {
    const driverError = Object.assign(new Error('duplicate key'), {
      code: '23505',
      detail: 'Key (email)=(a@b.fr) exists',
    });
    const expected = new AppError(
      'not_found',
      'VOICE.CALL_NOT_FOUND',
      { en: 'Gone.', fr: 'Absent.' },
      { meta: { id: '1' } },
    );

    const fields = new Redactor().fields({ driverError, expected });

    expect(fields.driverError).toMatchObject({ type: 'Error', message: 'duplicate key', code: '23505' });
    expect(JSON.stringify(fields)).not.toContain('a@b.fr');
    expect(fields.expected).toEqual({
      type: 'AppError',
      message: 'Gone.',
      kind: 'not_found',
      reason: 'VOICE.CALL_NOT_FOUND',
      meta: { id: '1' },
    });
  });

  it('survives cycles, bytes, huge texts and odd values', () => {
    const cycle: Record<string, unknown> = { bytes: Buffer.from('abc'), big: 12n, call: () => 1, at: new Date(0) };
    cycle.self = cycle;

    expect(new Redactor().fields({ cycle, text: 'x'.repeat(100_000) })).toEqual({
      cycle: { bytes: '[3 bytes]', big: '12', call: undefined, at: '1970-01-01T00:00:00.000Z', self: '[deep]' },
      text: `${'x'.repeat(4_000)}…`,
    });
  });
});
