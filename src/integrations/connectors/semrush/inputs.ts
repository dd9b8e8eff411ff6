import { z } from 'zod';
import { InvalidInput } from '../../../kernel/errors/index.js';
import type { VendorClient } from '../../core/vendor-client.js';

export const domainInput = z
  .string()
  .regex(/^([a-z0-9-]{1,63}\.)+[a-z0-9-]{2,63}$/i)
  .describe('Bare: example.com');

export const keywordInput = z
  .string()
  .min(1)
  .max(200)
  .regex(/^[^;]+$/);

export const databaseInput = z
  .string()
  .regex(/^(mobile-)?[a-z]{2}(-ext)?$/)
  .optional()
  .describe('Country: fr, be, us, uk, mobile-fr; default: the connection’s');

/** Rows are what Semrush bills, and without a limit it sends ten thousand. */
export const limitInput = z.int().min(1).max(50).default(20).describe('Rows; each costs API units');

export const cursorInput = z.string().regex(/^\d+$/).optional().describe('nextCursor of the page before');

/** Numbers come as texts, or not at all. */
export const figure = z.coerce.number().nullish();

export function databaseOf(client: VendorClient, named: string | undefined): string {
  return named ?? client.settings.text('database');
}

export const projectInput = z
  .string()
  .regex(/^\d+$/)
  .optional()
  .describe('As list_projects has it; default: the connected one');

export const campaignInput = z
  .string()
  .regex(/^\d+_\d+$/)
  .optional()
  .describe('As list_tracking_campaigns has it; default: the connected one');

/** The project or campaign that an action names, else the connected one. @throws InvalidInput where there is neither. */
export function chosen(client: VendorClient, setting: 'projectId' | 'campaignId', named: string | undefined): string {
  const id = named ?? client.settings.optionalText(setting);
  if (id !== undefined) return id;
  const message = {
    en: `Give ${setting}: the connection has none of its own.`,
    fr: `Indiquez ${setting} : la connexion n’en a pas.`,
  };
  throw new InvalidInput('INTEGRATIONS.SETTING_MISSING', message, [{ path: `input.${setting}`, message }]);
}
