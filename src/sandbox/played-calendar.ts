import { join } from 'node:path';
import type { Secret } from '../kernel/config/index.js';
import { CalComStandIn } from './calcom/calcom-stand-in.js';
import { leGourmetAccount, leGourmetEventTypes } from './calcom/le-gourmet-event-types.js';
import { triggers } from './calcom/webhooks/subscriptions.js';

export interface PlayedCalendarOptions {
  dataDir: string;
  /** What the server has to present. */
  apiKey: string;
}

/** Where our server takes what Cal.com tells the deployment. */
const webhookPath = '/api/cal/webhook';

/**
 * Le Gourmet's account at a Cal.com that is played, with what was booked in earlier starts.
 *
 * @throws SandboxFileDamaged
 */
export function openPlayedCalendar({ dataDir, apiKey }: PlayedCalendarOptions): Promise<CalComStandIn> {
  const dataFile = join(dataDir, 'sandbox-calcom.json');
  return CalComStandIn.open({ apiKey, account: leGourmetAccount, eventTypes: leGourmetEventTypes, dataFile });
}

/** Has all changes told to the server at this address, instead of the address that it had before. */
export function subscribeServer({ subscriptions }: CalComStandIn, serverUrl: string, secret: Secret): void {
  for (const { id, subscriberUrl } of subscriptions.list())
    if (new URL(subscriberUrl).pathname === webhookPath) subscriptions.remove(id);
  const subscriberUrl = new URL(webhookPath, serverUrl).href;
  subscriptions.add({ subscriberUrl, triggers: [...triggers], active: true, secret: secret.reveal() });
}
