import { z } from 'zod';
import type { Secret } from '../../../kernel/config/index.js';
import { constantTimeEqual, hmac, sameDigest } from '../../../kernel/crypto/index.js';
import type { RawRequest } from '../../../webhooks/index.js';

const headerName = z
  .string()
  .regex(/^[A-Za-z0-9-]{1,100}$/)
  .transform((name) => name.toLowerCase());

/** How a credential of Vapi signs, in Vapi's own words where it has some; `{}` is what Vapi does unless told otherwise. */
export const hmacSettings = z.strictObject({
  algorithm: z.enum(['sha1', 'sha256', 'sha512']).default('sha256'),
  signatureHeader: headerName.default('x-signature'),
  timestampHeader: headerName.default('x-timestamp'),
  messageIdHeader: headerName.default('svix-id'),
  /** Stands before the signature, such as `sha256=`. */
  signaturePrefix: z.string().max(50).default(''),
  includeTimestamp: z.boolean().default(true),
  /** May hold `{body}`, `{timestamp}`, `{method}`, `{url}` and `{svix-id}`. */
  payloadFormat: z.string().max(200).includes('{body}').optional(),
  encoding: z.enum(['hex', 'base64']).default('hex'),
  secretIsBase64: z.boolean().default(false),
  /** How old, or how far ahead, a signed timestamp may be. */
  toleranceSeconds: z.number().int().min(1).max(86_400).default(300),
});
export type HmacSettings = z.output<typeof hmacSettings>;

interface SigningTime {
  settings: HmacSettings;
  /** Milliseconds since 1970. */
  now: number;
}

/** One of the three ways in which Vapi proves itself: the secret in a header of its own, as a bearer token, or a signature. */
export function provesSecret(request: RawRequest, secret: Secret, how: SigningTime): boolean {
  return (
    equals(request.header('x-vapi-secret'), secret) ||
    equals(bearerToken(request.header('authorization')), secret) ||
    isSigned(request, secret, how)
  );
}

/** A header that is there and empty proves nothing. */
function equals(presented: string | undefined, secret: Secret): boolean {
  return presented ? constantTimeEqual(presented, secret.reveal()) : false;
}

function bearerToken(authorization: string | undefined): string | undefined {
  return authorization === undefined ? undefined : /^Bearer +(\S+)$/i.exec(authorization)?.[1];
}

function isSigned(request: RawRequest, secret: Secret, { settings, now }: SigningTime): boolean {
  const presented = request.header(settings.signatureHeader);
  if (!presented?.startsWith(settings.signaturePrefix)) return false;
  const timestamp = request.header(settings.timestampHeader) ?? '';
  if (settings.includeTimestamp && !isFresh(timestamp, settings.toleranceSeconds, now)) return false;
  const key = settings.secretIsBase64 ? Buffer.from(secret.reveal(), 'base64') : secret;
  const expected = hmac(settings.algorithm, key, ...signedChunks(request, settings, timestamp));
  return isDigest(presented.slice(settings.signaturePrefix.length), expected, settings.encoding);
}

/** A text that Node would read as the same bytes, but that nobody who signs writes, is none. */
function isDigest(text: string, expected: Uint8Array, encoding: HmacSettings['encoding']): boolean {
  const presented = Buffer.from(text, encoding);
  const canonical = presented.toString(encoding) === (encoding === 'hex' ? text.toLowerCase() : text);
  return canonical && sameDigest(presented, expected);
}

/** Vapi does not say whether it counts in seconds or milliseconds; the sizes tell them apart. */
function isFresh(timestamp: string, toleranceSeconds: number, now: number): boolean {
  if (!/^\d{1,16}$/.test(timestamp)) return false;
  const told = Number(timestamp);
  const milliseconds = told >= 1e12 ? told : told * 1000;
  return Math.abs(now - milliseconds) <= toleranceSeconds * 1000;
}

/** The signed text piece by piece, with the body as its bytes. */
function signedChunks(request: RawRequest, settings: HmacSettings, timestamp: string): (string | Uint8Array)[] {
  const format = settings.payloadFormat;
  if (format === undefined) return settings.includeTimestamp ? [`${timestamp}.`, request.raw] : [request.raw];
  const values: Readonly<Record<string, string | Uint8Array>> = {
    '{body}': request.raw,
    '{timestamp}': timestamp,
    '{method}': request.method,
    '{url}': request.url,
    '{svix-id}': request.header(settings.messageIdHeader) ?? '',
  };
  return format.split(/(\{[a-z-]+\})/).map((piece) => values[piece] ?? piece);
}
