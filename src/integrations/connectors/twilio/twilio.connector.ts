import { categories } from '../../core/categories.js';
import { defineConnector } from '../../core/define-connector.js';
import { readTwilioFault } from './twilio-fault.js';
import { twilioAuth } from './twilio.auth.js';
import { verifyTwilio } from './verify-twilio.js';

/** The workspace's own Twilio account, with its numbers; for no agent in particular. */
export const twilio = defineConnector({
  key: 'twilio',
  name: 'Twilio',
  category: categories.voice,
  description: {
    en: 'The Twilio account of the workspace: the telephone numbers that its assistants answer.',
    fr: 'Le compte Twilio de l’espace de travail : les numéros de téléphone auxquels répondent ses assistants.',
  },
  documentationUrl: 'https://www.twilio.com/docs/iam/api-keys',
  setupSteps: [
    {
      en: 'In Twilio’s console (console.twilio.com), choose the account that has the numbers and copy Account SID and Auth Token from Account Info.',
      fr: 'Dans la console de Twilio (console.twilio.com), choisissez le compte qui a les numéros et copiez Account SID et Auth Token depuis Account Info.',
    },
    {
      en: 'Or create an API key under API keys & tokens, and give its SID and secret beside the Account SID.',
      fr: 'Ou créez une clé d’API sous API keys & tokens, et indiquez son SID et son secret avec l’Account SID.',
    },
  ],
  leastPrivilege: {
    en: 'A subaccount that has only these numbers, with its own token; or a standard API key of it. Restricted keys lack what an import needs.',
    fr: 'Un sous-compte qui n’a que ces numéros, avec son propre token ; ou une clé d’API standard de celui-ci. Les clés restreintes n’ont pas les droits nécessaires à un import.',
  },
  updatedOn: '2026-11-21',
  auth: twilioAuth,
  bases: {
    main: 'https://api.twilio.com',
    pricing: 'https://pricing.twilio.com',
    trunking: 'https://trunking.twilio.com',
    routes: 'https://routes.twilio.com',
    monitor: 'https://monitor.twilio.com',
    numbers: 'https://numbers.twilio.com',
  },
  hosts: [
    'api.twilio.com',
    'pricing.twilio.com',
    'trunking.twilio.com',
    'routes.twilio.com',
    'monitor.twilio.com',
    'numbers.twilio.com',
  ],
  readFault: readTwilioFault,
  // No rateLimits: Twilio bounds what runs at once and publishes no number; it answers 429 beyond it.
  verify: verifyTwilio,
  agents: {},
});
