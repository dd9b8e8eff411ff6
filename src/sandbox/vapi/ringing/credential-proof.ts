import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { hmac } from '../../../kernel/crypto/index.js';

const bearer = z.object({
  type: z.literal('bearer'),
  token: z.string(),
  headerName: z.string().default('Authorization'),
  bearerPrefixEnabled: z.boolean().default(true),
});
const signature = z.object({
  type: z.literal('hmac'),
  secretKey: z.string(),
  algorithm: z.enum(['sha1', 'sha256', 'sha512']),
  signatureHeader: z.string().default('x-signature'),
  timestampHeader: z.string().default('x-timestamp'),
  messageIdHeader: z.string().optional(),
  signaturePrefix: z.string().default(''),
  includeTimestamp: z.boolean().default(true),
  payloadFormat: z.string().optional(),
  signatureEncoding: z.enum(['hex', 'base64']).default('hex'),
  secretIsBase64: z.boolean().default(false),
});
const plan = z.discriminatedUnion('type', [bearer, signature]);

/** A message on its way. */
export interface ProvenMessage {
  readonly raw: Buffer;
  readonly url: string;
  readonly now: Date;
}

/** The headers that a credential's plan makes; none where the plan is of another kind. */
export function credentialHeaders(authenticationPlan: unknown, message: ProvenMessage): Record<string, string> {
  const known = plan.safeParse(authenticationPlan).data;
  if (!known) return {};
  if (known.type === 'hmac') return signed(known, message);
  return { [known.headerName.toLowerCase()]: known.bearerPrefixEnabled ? `Bearer ${known.token}` : known.token };
}

function signed(settings: z.output<typeof signature>, { raw, url, now }: ProvenMessage): Record<string, string> {
  const timestamp = String(now.getTime());
  const messageId = randomUUID();
  const values: Readonly<Record<string, string | Uint8Array>> = {
    '{body}': raw,
    '{timestamp}': timestamp,
    '{method}': 'POST',
    '{url}': url,
    '{svix-id}': messageId,
  };
  const format = settings.payloadFormat ?? (settings.includeTimestamp ? '{timestamp}.{body}' : '{body}');
  const chunks = format.split(/(\{[a-z-]+\})/).map((part) => values[part] ?? part);
  const key = settings.secretIsBase64 ? Buffer.from(settings.secretKey, 'base64') : settings.secretKey;
  const digest = hmac(settings.algorithm, key, ...chunks).toString(settings.signatureEncoding);
  return {
    [settings.signatureHeader.toLowerCase()]: `${settings.signaturePrefix}${digest}`,
    ...(settings.includeTimestamp && { [settings.timestampHeader.toLowerCase()]: timestamp }),
    ...(settings.messageIdHeader && { [settings.messageIdHeader.toLowerCase()]: messageId }),
  };
}
