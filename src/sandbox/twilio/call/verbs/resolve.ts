import type { NextDocument } from '../live-calls.js';
import type { Place } from '../step.js';

/** Where an address in a document leads: below the document's own, or to that itself where it is empty. */
export function resolve(address: string | undefined, method: string | undefined, { leg, url }: Place): NextDocument {
  const given = address ?? '';
  const known = method === 'GET' ? 'GET' : 'POST';
  if (URL.canParse(given)) return { url: given, method: known };
  if (url !== null) return { url: given === '' ? url : new URL(given, url).href, method: known };
  leg.alert(11100, `Invalid URL format: "${given}" in a document that the API gave`);
  return { twiml: '' };
}
