import { categories } from '../../core/categories.js';
import { grantBearer } from '../../core/auth-mode.js';
import { textField } from '../../core/credential-field.js';
import { defineConnector } from '../../core/define-connector.js';
import { clientIdField, clientSecretField } from '../../core/usual-fields.js';
import { allApis, apisPattern } from './grammarly-apis.js';
import { readGrammarlyFault } from './grammarly-fault.js';
import { grammarlyGrant } from './grammarly-grant.js';
import { pennShare } from './grammarly.capabilities.js';
import { verifyGrammarly } from './verify-grammarly.js';

export const grammarly = defineConnector({
  key: 'grammarly',
  name: 'Grammarly',
  category: categories.writing,
  description: {
    en: 'Scores of texts by Grammarly: correctness, clarity, engagement, delivery, originality and likelihood of AI. No corrections: Grammarly’s API has none.',
    fr: 'Notes de textes par Grammarly : correction, clarté, attrait, ton, originalité et probabilité d’IA. Pas de corrections : l’API de Grammarly n’en a pas.',
  },
  documentationUrl: 'https://developer.grammarly.com/',
  setupSteps: [
    {
      en: 'You need a Grammarly Enterprise or institution-wide Education licence and its administrator; other plans have no API.',
      fr: 'Il faut une licence Grammarly Enterprise ou Education pour tout l’établissement et son administrateur ; les autres offres n’ont pas d’API.',
    },
    {
      en: 'In the Admin panel, open Organization > OAuth 2.0 credentials and click Add credential.',
      fr: 'Dans l’Admin panel, ouvrez Organization > OAuth 2.0 credentials et cliquez sur Add credential.',
    },
    {
      en: 'Tick Writing Score API and, if wanted, Plagiarism Detection API, AI Detection API and Analytics API, then Create. Copy the Client ID and the Secret: it is shown once.',
      fr: 'Cochez Writing Score API et, au besoin, Plagiarism Detection API, AI Detection API et Analytics API, puis Create. Copiez le Client ID et le Secret : il n’est affiché qu’une fois.',
    },
  ],
  leastPrivilege: {
    en: 'scores-api:read and scores-api:write; plagiarism-api:read and :write for plagiarism; ai-detection-api:read and :write for AI detection; analytics-api:read for usage. No License Management API.',
    fr: 'scores-api:read et scores-api:write ; plagiarism-api:read et :write pour le plagiat ; ai-detection-api:read et :write pour la détection d’IA ; analytics-api:read pour l’utilisation. Pas de License Management API.',
  },
  updatedOn: '2026-11-21',
  auth: [
    {
      key: 'client_credentials',
      label: { en: 'OAuth 2.0 credential', fr: 'Identifiant OAuth 2.0' },
      fields: [
        clientIdField({
          help: {
            en: 'Admin panel > Organization > OAuth 2.0 credentials',
            fr: 'Admin panel > Organization > OAuth 2.0 credentials',
          },
        }),
        clientSecretField({
          help: { en: 'Shown once, with the Client ID', fr: 'Affiché une seule fois, avec l’ID client' },
        }),
        textField('apis', {
          label: { en: 'APIs ticked for it', fr: 'API cochées' },
          help: {
            en: 'Separated by commas: scores, plagiarism, ai-detection, analytics. Grammarly refuses what was not ticked.',
            fr: 'Séparées par des virgules : scores, plagiarism, ai-detection, analytics. Grammarly refuse ce qui n’est pas coché.',
          },
          pattern: apisPattern,
          strict: true,
          fallback: allApis,
        }),
      ],
      grant: grammarlyGrant(),
      sign: grantBearer(),
    },
  ],
  bases: { main: 'https://api.grammarly.com/ecosystem/api' },
  // Texts are uploaded to an address in Amazon S3 that Grammarly gives for each.
  hosts: [
    'api.grammarly.com',
    'auth.grammarly.com',
    '*.s3.amazonaws.com',
    '*.s3.*.amazonaws.com',
    '*.s3-*.amazonaws.com',
  ],
  readFault: readGrammarlyFault,
  rateLimits: [{ requests: 10, perMs: 1_000 }],
  verify: verifyGrammarly,
  agents: { penn: pennShare },
});
