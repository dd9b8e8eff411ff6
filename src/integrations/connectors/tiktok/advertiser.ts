import type { VendorClient } from '../../core/vendor-client.js';
import { NoAdsAccount } from './tiktok.errors.js';

export function advertiserId({ settings }: VendorClient): string {
  const id = settings.optionalText('advertiserId');
  if (id === undefined) throw new NoAdsAccount();
  return id;
}
