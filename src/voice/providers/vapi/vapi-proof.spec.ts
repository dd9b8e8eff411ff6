import { createHmac } from 'node:crypto';
import { Secret } from '../../../kernel/config/index.js';
import type { RawRequest } from '../../../webhooks/index.js';
import { hmacSettings, provesSecret } from './vapi-proof.js';

const now = Date.UTC(2026, 8, 1);
const body = Buffer.from('{"message":{"type":"hang"}}\n');
const secret = new Secret('s3cret');

function request(headers: Record<string, string>, raw = body): RawRequest {
  return {
    method: 'POST',
    url: 'https://agents.test/api/v1/webhooks/vapi',
    raw,
    header: (name) => headers[name.toLowerCase()],
  };
}

function isProven(headers: Record<string, string>, settings: object = {}, raw = body): boolean {
  return provesSecret(request(headers, raw), secret, { settings: hmacSettings.parse(settings), now });
}

interface Signing {
  algorithm?: string;
  key?: string | Buffer;
  encoding?: 'hex' | 'base64';
}

function sign(text: string, { algorithm = 'sha256', key = 's3cret', encoding = 'hex' }: Signing = {}): string {
  return createHmac(algorithm, key).update(text).digest(encoding);
}

const seconds = String(now / 1000);

describe('the secret in a header of its own', () => {
  it('is taken as it is', () => {
    expect(isProven({ 'x-vapi-secret': 's3cret' })).toBe(true);
  });

  it.each(['', 's3cre', 's3cret ', 'S3CRET', '[secret]'])('is not %p', (value) => {
    expect(isProven({ 'x-vapi-secret': value })).toBe(false);
  });
});

describe('a bearer token', () => {
  it.each([
    ['Bearer s3cret', true],
    ['bearer s3cret', true],
    ['s3cret', false],
    ['Bearer', false],
    ['Bearer ', false],
    ['Bearer s3cret2', false],
    ['Basic s3cret', false],
  ])('%p', (authorization, proven) => {
    expect(isProven({ authorization })).toBe(proven);
  });
});

describe('a signature', () => {
  const signed = (headers: Record<string, string> = {}) => ({
    'x-timestamp': seconds,
    'x-signature': sign(`${seconds}.${body.toString()}`),
    ...headers,
  });

  it('over time and body is taken, with the time in seconds or milliseconds', () => {
    expect(isProven(signed())).toBe(true);
    expect(isProven(signed({ 'x-timestamp': String(now), 'x-signature': sign(`${now}.${body.toString()}`) }))).toBe(
      true,
    );
    expect(isProven(signed({ 'x-signature': sign(`${seconds}.${body.toString()}`).toUpperCase() }))).toBe(true);
  });

  it('is over the bytes, not over what they mean', () => {
    expect(isProven(signed(), {}, Buffer.from(JSON.stringify(JSON.parse(body.toString()))))).toBe(false);
  });

  it.each([
    ['missing', { 'x-signature': '' }],
    ['cut short', { 'x-signature': sign(`${seconds}.${body.toString()}`).slice(0, 32) }],
    ['of another key', { 'x-signature': sign(`${seconds}.${body.toString()}`, { key: 'other' }) }],
    ['without a time', { 'x-timestamp': '' }],
    ['of another time', { 'x-timestamp': String(now / 1000 + 1) }],
    ['with a time that is none', { 'x-timestamp': 'soon' }],
  ])('is refused when %s', (_, headers) => {
    expect(isProven(signed(headers))).toBe(false);
  });

  it.each([-301, 301])('is refused %p seconds off', (offset) => {
    const at = String(now / 1000 + offset);
    const headers = { 'x-timestamp': at, 'x-signature': sign(`${at}.${body.toString()}`) };
    expect(isProven(headers)).toBe(false);
    expect(isProven(headers, { toleranceSeconds: 302 })).toBe(true);
  });

  it('can be made as the credential says', () => {
    const key = Buffer.from('0123456789abcdef');
    const text = `POST https://agents.test/api/v1/webhooks/vapi id-1 ${seconds}:${body.toString()}`;
    const settings = {
      algorithm: 'sha512',
      signatureHeader: 'X-Hook',
      timestampHeader: 'X-When',
      messageIdHeader: 'X-Id',
      signaturePrefix: 'v1=',
      payloadFormat: '{method} {url} {svix-id} {timestamp}:{body}',
      encoding: 'base64',
      secretIsBase64: true,
    };
    const headers = {
      'x-hook': `v1=${sign(text, { algorithm: 'sha512', key, encoding: 'base64' })}`,
      'x-when': seconds,
      'x-id': 'id-1',
    };
    const proves = (given: Record<string, string>) =>
      provesSecret(request(given), new Secret(key.toString('base64')), { settings: hmacSettings.parse(settings), now });
    expect(proves(headers)).toBe(true);
    expect(proves({ ...headers, 'x-hook': headers['x-hook'].slice(3) })).toBe(false);
  });

  it('can be over the body alone', () => {
    expect(isProven({ 'x-signature': sign(body.toString()) }, { includeTimestamp: false })).toBe(true);
    expect(isProven({ 'x-signature': sign(body.toString()) })).toBe(false);
  });
});

describe('the settings of a signature', () => {
  it.each([{ algorithm: 'md5' }, { payloadFormat: '{timestamp}' }, { toleranceSeconds: 0 }, { colour: 'red' }])(
    'are not %j',
    (settings) => {
      expect(hmacSettings.safeParse(settings).success).toBe(false);
    },
  );
});
