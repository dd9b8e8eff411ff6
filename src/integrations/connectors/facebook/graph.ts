import type { VendorSettings } from '../../core/vendor-client.js';
import { facebookGraph } from '../../families/meta/graph.js';
import { AdAccountNotEntered, PageNotChosen } from './facebook.errors.js';

/** The Page that was entered, or the only one that the sign-in reaches. */
export function pageOf(settings: VendorSettings): string {
  const id = settings.optionalText('pageId') ?? settings.optionalFact('pageId');
  if (id === undefined) throw new PageNotChosen();
  return `${facebookGraph}/${encodeURIComponent(id)}`;
}

export function adAccountOf(settings: VendorSettings): string {
  const id = settings.optionalText('adAccountId');
  if (id === undefined) throw new AdAccountNotEntered();
  return `${facebookGraph}/act_${encodeURIComponent(id.replace(/^act_/, ''))}`;
}
