import type { VendorSettings } from '../../core/vendor-client.js';
import { AdAccountNotEntered, PageNotChosen } from './facebook.errors.js';

/**
 * Of the Marketing API only the newest versions live, so it moves at least once a year:
 * https://developers.facebook.com/docs/graph-api/changelog/versions
 */
export const graphVersion = 'v25.0';
export const graph = `https://graph.facebook.com/${graphVersion}`;

/** The Page that was entered, or the only one that the sign-in reaches. */
export function pageOf(settings: VendorSettings): string {
  const id = settings.optionalText('pageId') ?? settings.optionalFact('pageId');
  if (id === undefined) throw new PageNotChosen();
  return `${graph}/${encodeURIComponent(id)}`;
}

export function adAccountOf(settings: VendorSettings): string {
  const id = settings.optionalText('adAccountId');
  if (id === undefined) throw new AdAccountNotEntered();
  return `${graph}/act_${encodeURIComponent(id.replace(/^act_/, ''))}`;
}
