import type { VendorSettings } from '../../core/vendor-client.js';
import { AccountNotChosen } from './account-not-chosen.js';

/** Lives until 29 July 2028: https://developers.facebook.com/docs/graph-api/changelog/versions */
export const graphVersion = 'v25.0';
export const instagramGraph = `https://graph.instagram.com/${graphVersion}`;
export const facebookGraph = `https://graph.facebook.com/${graphVersion}`;

/** The two ways in share their edges, not their host: https://developers.facebook.com/docs/instagram-platform/overview */
export function graphOf(settings: VendorSettings): string {
  return settings.optionalFact('login') === 'facebook' ? facebookGraph : instagramGraph;
}

/** Where the edges of the professional account are: `/17841…/media`. */
export function accountOf(settings: VendorSettings): string {
  const facebook = settings.optionalFact('login') === 'facebook';
  const entered = facebook ? settings.optionalText('igUserId') : undefined;
  const id = entered ?? settings.optionalFact('igUserId');
  if (id === undefined) throw new AccountNotChosen();
  return `${graphOf(settings)}/${encodeURIComponent(id)}`;
}
