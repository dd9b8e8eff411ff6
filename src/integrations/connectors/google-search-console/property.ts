import { z } from 'zod';
import type { VendorClient } from '../../core/vendor-client.js';

/** A URL-prefix property, or a domain property: https://support.google.com/webmasters/answer/34592 */
export const propertyPattern = /^(https?:\/\/\S+\/|sc-domain:[a-z0-9.-]+)$/;

export const propertyInput = z
  .string()
  .regex(propertyPattern)
  .optional()
  .describe(
    'https://www.example.com/ or sc-domain:example.com, exactly as list_sites has it; default: the connected one',
  );

/** The property that an action works on: the one it names, else the connected one. */
export function propertyOf(client: VendorClient, named: string | undefined): string {
  return named ?? client.settings.text('siteUrl');
}
