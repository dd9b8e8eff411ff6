import { z } from 'zod';
import { InvalidInput } from '../../../kernel/errors/index.js';
import type { VendorClient } from '../../core/vendor-client.js';

export const organizationIdSchema = z
  .string()
  .regex(/^\d{1,12}$/)
  .optional()
  .describe('Number of the page; the one of the connection where it is left out');

/** The number of the page that is meant. @throws InvalidInput where neither the input nor the connection names one. */
export function organizationIdOf(client: VendorClient, given: string | undefined): string {
  const id = given ?? client.settings.optionalText('organizationId')?.replace(/^urn:li:organization:/, '');
  if (id) return id;
  const message = {
    en: 'Give organizationId, or enter the number of your page in the connection’s settings. list_my_companies lists them.',
    fr: 'Donnez organizationId, ou saisissez le numéro de votre page dans les réglages de la connexion. list_my_companies les liste.',
  };
  throw new InvalidInput('INTEGRATIONS.PAGE_NOT_CHOSEN', message, [{ path: 'input.organizationId', message }]);
}

/** The page’s address, by its name there or its number. */
export function organizationUrl(name: string | number): string {
  return `https://www.linkedin.com/company/${name}`;
}

export function organizationUrn(id: string): string {
  return `urn:li:organization:${id}`;
}
