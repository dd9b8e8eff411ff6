import { z } from 'zod';
import { defineConfig, Secret } from '../../../kernel/config/index.js';
import { hmacSettings } from './vapi-proof.js';

const secret = z.string().transform((value) => new Secret(value));

/** Settings of a signature as JSON, which an operator writes in one line. */
const hmacJson = z
  .string()
  .transform((text, context) => {
    try {
      const value: unknown = JSON.parse(text);
      return value;
    } catch {
      context.addIssue({ code: 'custom', message: 'Give a JSON object.' });
      return z.NEVER;
    }
  })
  .pipe(hmacSettings);

export const vapiConfig = defineConfig('vapi', {
  apiKey: {
    name: 'VAPI_API_KEY',
    schema: secret.optional(),
    description:
      'Private API key of the deployment’s Vapi account; without it calls are recorded but Vapi is never asked.',
    secret: true,
  },
  baseUrl: {
    name: 'VAPI_BASE_URL',
    schema: z.url({ protocol: /^https?$/ }).default('https://api.vapi.ai'),
    description: 'Address of Vapi’s API (default https://api.vapi.ai).',
  },
  webhookSecret: {
    name: 'VAPI_WEBHOOK_SECRET',
    schema: secret.optional(),
    description:
      'What Vapi must present on the deployment’s webhook address: as X-Vapi-Secret, as a bearer token, or as the key of a signature. Without it that address is closed.',
    secret: true,
  },
  doorDeadlineMs: {
    name: 'VAPI_ASSISTANT_REQUEST_DEADLINE_MS',
    schema: z.coerce.number().int().min(100).max(7_400).default(6_000),
    description:
      'Milliseconds in which a ringing call gets its assistant, 100 to 7400 (default 6000); Vapi drops the call after 7.5 s.',
  },
  hmac: {
    name: 'VAPI_HMAC',
    schema: hmacJson.prefault('{}'),
    description:
      'How the deployment’s Vapi credential signs, as JSON with any of algorithm, signatureHeader, timestampHeader, messageIdHeader, signaturePrefix, includeTimestamp, payloadFormat, encoding, secretIsBase64, toleranceSeconds (default {}: sha256, x-signature, x-timestamp, hex, 300 s).',
  },
});
