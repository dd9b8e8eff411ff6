import { categories } from '../../core/categories.js';
import { defineConnector } from '../../core/define-connector.js';
import type { VendorSettings } from '../../core/vendor-client.js';
import { readSendGridFault } from './sendgrid-fault.js';
import { apiKey } from './sendgrid.auth.js';
import { emmie } from './sendgrid.capabilities.js';
import { verifySendGrid } from './verify-sendgrid.js';

export const sendgrid = defineConnector({
  key: 'sendgrid',
  name: 'SendGrid',
  category: categories.email,
  description: {
    en: 'Transactional e-mail, templates, marketing campaigns and deliverability of a Twilio SendGrid account.',
    fr: 'E-mails transactionnels, modèles, campagnes marketing et délivrabilité d’un compte Twilio SendGrid.',
  },
  documentationUrl: 'https://www.twilio.com/docs/sendgrid/api-reference',
  setupSteps: [
    {
      en: 'In SendGrid, verify who sends: Settings > Sender Authentication, a single sender or, better, your domain.',
      fr: 'Dans SendGrid, vérifiez l’expéditeur : Settings > Sender Authentication, un expéditeur unique ou, mieux, votre domaine.',
    },
    {
      en: 'Open Settings > API Keys > Create API Key, name it and choose Restricted Access.',
      fr: 'Ouvrez Settings > API Keys > Create API Key, nommez-la et choisissez Restricted Access.',
    },
    {
      en: 'Give it what is to be done: Mail Send, Template Engine, Marketing, Stats (read), Suppressions (read).',
      fr: 'Accordez ce qui doit être fait : Mail Send, Template Engine, Marketing, Stats (lecture), Suppressions (lecture).',
    },
    {
      en: 'Copy the key: it is shown only now. Choose eu as region only if it belongs to an EU subuser.',
      fr: 'Copiez la clé : elle ne s’affiche qu’à ce moment. Ne choisissez la région eu que si elle appartient à un sous-utilisateur UE.',
    },
  ],
  leastPrivilege: {
    en: 'A restricted key: mail.send to send; templates.read and templates.create for templates; Marketing for campaigns; stats.read, mailbox_providers.stats.read and suppression.read to look at delivery.',
    fr: 'Une clé restreinte : mail.send pour envoyer ; templates.read et templates.create pour les modèles ; Marketing pour les campagnes ; stats.read, mailbox_providers.stats.read et suppression.read pour suivre la remise.',
  },
  updatedOn: '2026-11-21',
  auth: [apiKey],
  bases: { main: (settings) => `https://api.${settings.text('region') === 'eu' ? 'eu.' : ''}sendgrid.com/v3` },
  hosts: ['api.sendgrid.com', 'api.eu.sendgrid.com'],
  headers: subuserHeader,
  readFault: readSendGridFault,
  // Unpublished; 600 a minute is what most routes are seen to take.
  rateLimits: [{ requests: 600, perMs: 60_000 }],
  verify: verifySendGrid,
  agents: { emmie },
});

/** https://www.twilio.com/docs/sendgrid/api-reference/how-to-use-the-sendgrid-v3-api/on-behalf-of-subuser */
function subuserHeader(settings: VendorSettings): Record<string, string> {
  const subuser = settings.optionalText('onBehalfOf');
  return subuser === undefined ? {} : { 'on-behalf-of': subuser };
}
