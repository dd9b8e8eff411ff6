import type { VapiCategoryData } from '../vapi-catalogue.schema.js';

export const serverConfiguration: VapiCategoryData = {
  key: 'server-configuration',
  label: { en: 'Server configuration', fr: 'Configuration du serveur' },
  description: {
    en: 'How Vapi proves to a server of yours, such as this one, that a request comes from it.',
    fr: 'Comment Vapi prouve à un serveur à vous, comme celui-ci, qu’une requête vient de lui.',
  },
  providers: [
    {
      key: 'custom-credential',
      name: 'Servers and authentication',
      description: {
        en: 'The proof that Vapi sends along: a token, a signature (HMAC) or OAuth 2, for servers, tools and webhooks.',
        fr: 'La preuve que Vapi joint à ses requêtes : un jeton, une signature (HMAC) ou OAuth 2, pour serveurs, outils et webhooks.',
      },
      lifecycle: 'AVAILABLE',
      note: {
        en: 'Called a custom credential at Vapi. It replaces the secret of the server address, which left Vapi’s API description in 2025.',
        fr: 'S’appelle « custom credential » chez Vapi. Elle remplace le secret de l’adresse du serveur, retiré de la description de l’API de Vapi en 2025.',
      },
      asOf: '2026-08-20',
      inGuide: true,
      credentials: ['custom-credential', 'webhook'],
      dashboardUrl: 'https://dashboard.vapi.ai/settings/integrations/custom-credential',
      documentationUrl: 'https://docs.vapi.ai/server-url/server-authentication',
    },
  ],
};
