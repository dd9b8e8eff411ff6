import { z } from 'zod';
import { defineConfig } from '../config/index.js';
import { KeyRing } from './key-ring.js';

const keyRing = z.string().transform((text, context) => {
  const ring = KeyRing.parse(text);
  if (ring instanceof KeyRing) return ring;
  context.addIssue({ code: 'custom', message: ring.fault });
  return z.NEVER;
});

export const cryptoConfig = defineConfig('crypto', {
  keyRing: {
    name: 'ENCRYPTION_KEYS',
    schema: keyRing,
    description:
      'Master keys of stored credentials: id:base64 of 32 random bytes, several joined by commas, ids unique; the first encrypts, all decrypt.',
    secret: true,
    requiredInProduction: true,
  },
});
