import { categories } from '../../core/categories.js';
import type { LimitedAccess, RateLimit } from '../../core/connector.js';
import { defineConnector } from '../../core/define-connector.js';
import { readCalComFault } from './cal-com-fault.js';
import { apiHosts, apiUrlOf, ownHostOf } from './cal-com-place.js';
import { calComAuth } from './cal-com.auth.js';
import { verifyCalCom } from './verify-cal-com.js';

/** The workspace's own Cal.com account, in which its assistants book; for no agent in particular. */
export const calCom = defineConnector({
  key: 'cal-com',
  name: 'Cal.com',
  category: categories.calendar,
  description: {
    en: 'The Cal.com account in which assistants look for free times, book, move and cancel appointments while the caller waits.',
    fr: 'Le compte Cal.com dans lequel les assistants cherchent des créneaux, réservent, déplacent et annulent des rendez-vous pendant que l’appelant attend.',
  },
  documentationUrl: 'https://cal.com/docs/api-reference/v2/introduction',
  setupSteps: [
    {
      en: 'In Cal.com, open Settings > Developer > API keys and add a key. Choose an end date that suits you, or none, and copy the key: it is shown once.',
      fr: 'Dans Cal.com, ouvrez Settings > Developer > API keys et ajoutez une clé. Choisissez une date de fin qui vous convient, ou aucune, et copiez la clé : elle n’est affichée qu’une fois.',
    },
    {
      en: 'Say where your account is: cloud (app.cal.com), eu (app.cal.eu), or self-hosted with the https address of your API.',
      fr: 'Indiquez où se trouve votre compte : cloud (app.cal.com), eu (app.cal.eu), ou self-hosted avec l’adresse https de votre API.',
    },
    {
      en: 'Or, for OAuth: under Settings > Developer > OAuth create a confidential client with our callback address and the scopes below. Cal.com has to approve it first.',
      fr: 'Ou, pour OAuth : sous Settings > Developer > OAuth, créez un client confidentiel avec notre adresse de rappel et les portées ci-dessous. Cal.com doit d’abord l’approuver.',
    },
  ],
  leastPrivilege: {
    en: 'The key of a user who hosts the event types to be booked; only members of an organization can be managed with an administrator’s. OAuth scopes: PROFILE_READ, EVENT_TYPE_READ, SCHEDULE_READ, BOOKING_READ, BOOKING_WRITE, WEBHOOK_READ, WEBHOOK_WRITE.',
    fr: 'La clé d’un utilisateur qui anime les types d’événement à réserver ; seule la gestion des membres d’une organisation demande celle d’un administrateur. Portées OAuth : PROFILE_READ, EVENT_TYPE_READ, SCHEDULE_READ, BOOKING_READ, BOOKING_WRITE, WEBHOOK_READ, WEBHOOK_WRITE.',
  },
  updatedOn: '2026-11-21',
  auth: calComAuth,
  bases: { main: apiUrlOf },
  hosts: apiHosts,
  ownHost: ownHostOf,
  readFault: readCalComFault,
  rateLimits: limitsOf,
  verify: verifyCalCom,
  agents: {},
});

/** Beyond them an account is blocked for a minute: https://cal.com/docs/api-reference/v2/introduction */
function limitsOf({ mode, settings }: LimitedAccess): readonly RateLimit[] {
  const requests = mode === 'oauth' ? 500 : Number(settings.text('requestsPerMinute'));
  return [{ requests, perMs: 60_000 }];
}
