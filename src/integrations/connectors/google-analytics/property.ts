import { z } from 'zod';
import type { VendorClient } from '../../core/vendor-client.js';

/** A GA4 property's number; neither a measurement id (`G-…`) nor one of Universal Analytics (`UA-…`). */
export const propertyPattern = /^\d{6,12}$/;

export const propertyInput = z
  .string()
  .regex(propertyPattern)
  .optional()
  .describe('Number of the GA4 property, as list_properties has it; default: the connected one');

/** The property that an action works on: the one it names, else the connected one. */
export function propertyOf(client: VendorClient, named: string | undefined): string {
  return named ?? client.settings.text('propertyId');
}
