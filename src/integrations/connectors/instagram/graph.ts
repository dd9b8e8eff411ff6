import type { VendorSettings } from '../../core/vendor-client.js';
import { facebookGraph, graphVersion } from '../../families/meta/graph.js';
import { AccountNotChosen } from './account-not-chosen.js';

export const instagramGraph = `https://graph.instagram.com/${graphVersion}`;

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
