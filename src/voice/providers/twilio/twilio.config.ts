import { z } from 'zod';
import { defineConfig, Secret } from '../../../kernel/config/index.js';

export const twilioConfig = defineConfig('twilio', {
  accountSid: {
    name: 'TWILIO_ACCOUNT_SID',
    schema: z
      .string()
      .regex(/^AC[0-9a-fA-F]{32}$/, 'Give an account SID: AC and 32 hexadecimal digits.')
      .optional(),
    description:
      'Account SID of the deployment’s Twilio account, for workspaces that connect none of their own; without it and TWILIO_AUTH_TOKEN these have no numbers.',
  },
  authToken: {
    name: 'TWILIO_AUTH_TOKEN',
    schema: z
      .string()
      .transform((value) => new Secret(value))
      .optional(),
    description:
      'Auth token of that account. Twilio signs with it what it sends to the deployment’s voice webhooks; without it these are closed.',
    secret: true,
  },
  baseUrl: {
    name: 'TWILIO_BASE_URL',
    schema: z
      .url({ protocol: /^https?$/ })
      .refine(isNoRegion, 'Leave it out for Twilio itself; its other regions are not supported.')
      .default('https://api.twilio.com'),
    description:
      'Address of Twilio’s API (default https://api.twilio.com). Anything else stands for all of Twilio’s hosts, with the host as first part of the path: /pricing.twilio.com/v2/…',
  },
});

function isNoRegion(url: string): boolean {
  const { hostname } = new URL(url);
  return hostname === 'api.twilio.com' || !hostname.endsWith('.twilio.com');
}
