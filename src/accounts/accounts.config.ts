import { z } from 'zod';
import { defineConfig, Secret } from '../kernel/config/index.js';

const secret = z.string().transform((text) => new Secret(text));

export const accountsConfig = defineConfig('accounts', {
  jwtSecret: {
    name: 'JWT_SECRET',
    schema: z
      .string()
      .refine((text) => Buffer.byteLength(text) >= 32)
      .pipe(secret),
    description: 'Key that signs access tokens: at least 32 bytes, random (development: generated in DATA_DIR).',
    secret: true,
    requiredInProduction: true,
  },
  adminEmail: {
    name: 'ADMIN_EMAIL',
    schema: z
      .email()
      .transform((email) => email.toLowerCase())
      .optional(),
    description: 'E-mail address of the first platform ADMIN, created at start if absent; needs ADMIN_PASSWORD too.',
  },
  adminPassword: {
    name: 'ADMIN_PASSWORD',
    schema: z.string().min(8).max(256).pipe(secret).optional(),
    description: 'Password of the first platform ADMIN, 8 characters or more; read only when that user is created.',
    secret: true,
  },
  smtpUrl: {
    name: 'SMTP_URL',
    schema: z
      .url({ protocol: /^smtps?$/ })
      .pipe(secret)
      .optional(),
    description: 'smtp:// or smtps:// address of the mail server (without it, mail is only written to DATA_DIR/mail).',
    secret: true,
  },
  mailFrom: {
    name: 'MAIL_FROM',
    schema: z.string().default('Agent Builder <no-reply@localhost>'),
    description: 'Sender of the mail this server sends (default Agent Builder <no-reply@localhost>).',
  },
});
