import { z } from 'zod';

export const targetInput = z.string().min(3).max(2_000).describe('A domain, or an address');

export const modeInput = z
  .enum(['exact', 'prefix', 'domain', 'subdomains'])
  .default('subdomains')
  .describe('exact: this address; prefix: all below it; domain: without its subdomains');

export const dayInput = z.iso.date().describe('YYYY-MM-DD, not in the future');

/** A site as it was on a day. */
export const siteInput = z.object({
  target: targetInput,
  mode: modeInput,
  date: dayInput.optional().describe('Default: today'),
});

const country = z
  .string()
  .regex(/^[a-z]{2}$/)
  .optional();

export const countryInput = country.describe('ISO 3166 alpha-2, lower case; default: all countries');
export const ownCountryInput = country.describe('ISO 3166 alpha-2, lower case; default: the connection’s');

/** Rows are what Ahrefs bills, and without a limit it sends a thousand; the smallest plan has 100 a request. */
export const limitInput = z.int().min(1).max(100).default(25).describe('Rows; each costs API units');
