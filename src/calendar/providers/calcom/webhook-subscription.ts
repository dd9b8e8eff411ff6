import { z } from 'zod';
import { Secret } from '../../../kernel/config/index.js';
import { dataOf, flag, optionalText, texts } from './reply-fields.js';

/** A webhook as Cal.com keeps it. */
export interface WebhookSubscription {
  readonly id: string;
  readonly url: string;
  readonly active: boolean;
  readonly triggers: readonly string[];
  readonly secret: Secret | null;
  /** Replaces the whole body of deliveries where it is set. */
  readonly payloadTemplate: string | null;
}

const subscription = z
  .object({
    // Described as a number, answered as a UUID.
    id: z.union([z.string().min(1), z.number().transform(String)]),
    subscriberUrl: z.string(),
    active: flag,
    triggers: texts,
    secret: optionalText,
    payloadTemplate: optionalText,
  })
  .transform(({ subscriberUrl: url, secret, ...rest }): WebhookSubscription => ({
    ...rest,
    url,
    secret: secret === null ? null : new Secret(secret),
  }));

export const subscriptionReply = dataOf(subscription);
export const subscriptionsReply = dataOf(z.array(subscription));
