import { z } from 'zod';
import { defineConfig, Secret } from '../kernel/config/index.js';
import type { ClientApplication } from './core/access-grant.js';

const entry = /^([a-z0-9-]+):([^:,\s]+):([^,\s]+)$/;

/** `linkedin:<client id>:<client secret>,hubspot:…` */
const applications = z
  .string()
  .default('')
  .transform((text, context) => {
    const found = new Map<string, ClientApplication>();
    for (const [index, part] of text.split(',').filter(Boolean).entries()) {
      const [, key = '', clientId = '', clientSecret = ''] = entry.exec(part.trim()) ?? [];
      if (key === '') {
        context.addIssue({ code: 'custom', message: `Entry ${index + 1} is not integration:client id:client secret.` });
        return z.NEVER;
      }
      found.set(key, { clientId, clientSecret: new Secret(clientSecret) });
    }
    return found;
  });

export const integrationsConfig = defineConfig('integrations', {
  oauthApplications: {
    name: 'OAUTH_APPLICATIONS',
    schema: applications,
    description:
      'Applications of the deployment at vendors, for workspaces that bring none: integration:client id:client secret, several joined by commas.',
    secret: true,
  },
  standInUrl: {
    name: 'INTEGRATIONS_STAND_IN_URL',
    schema: z.url().optional(),
    description:
      'For tests: one address that plays every vendor, with the vendor’s host as first part of the path. Never set it in production.',
  },
});
