import type { VapiCategoryData } from '../vapi-catalogue.schema.js';

export const vectorStores: VapiCategoryData = {
  key: 'vector-stores',
  label: { en: 'Vector stores', fr: 'Bases vectorielles' },
  description: {
    en: 'Documents in which the assistant looks things up during a call.',
    fr: 'Des documents dans lesquels l’assistant cherche pendant un appel.',
  },
  providers: [
    {
      key: 'telnyx',
      name: 'Telnyx',
      description: {
        en: 'Named by the guide among the vector stores.',
        fr: 'Cité par le guide parmi les bases vectorielles.',
      },
      lifecycle: 'DEPRECATED',
      note: {
        en: 'Telnyx is no vector store at Vapi today. It supplies telephone numbers there since 13 March 2025: see the phone numbers.',
        fr: 'Telnyx n’est plus une base vectorielle chez Vapi. Il y fournit des numéros de téléphone depuis le 13 mars 2025 : voyez les numéros de téléphone.',
      },
      asOf: '2026-08-20',
      inGuide: true,
      credentials: [],
      dashboardUrl: 'https://dashboard.vapi.ai/phone-numbers',
    },
    {
      key: 'trieve',
      name: 'Trieve',
      description: {
        en: 'Vapi’s first store of knowledge, from November 2024.',
        fr: 'La première base de connaissances de Vapi, en novembre 2024.',
      },
      lifecycle: 'DEPRECATED',
      note: {
        en: 'Its knowledge bases left Vapi’s API on 29 September 2025, its key on 30 July 2026. Use Vapi’s own knowledge bases.',
        fr: 'Ses bases de connaissances ont quitté l’API de Vapi le 29 septembre 2025, sa clé le 30 juillet 2026. Utilisez celles de Vapi.',
      },
      asOf: '2026-08-20',
      inGuide: false,
      credentials: ['trieve'],
    },
    {
      key: 'vapi-knowledge-base',
      name: 'Vapi knowledge base',
      description: {
        en: 'Files that you upload to Vapi, searched by its query tool.',
        fr: 'Des fichiers que vous déposez chez Vapi, consultés par son outil de requête.',
      },
      lifecycle: 'AVAILABLE',
      note: { en: 'Nothing to connect.', fr: 'Rien à connecter.' },
      asOf: '2026-08-20',
      inGuide: false,
      credentials: [],
      dashboardUrl: 'https://dashboard.vapi.ai/files',
      documentationUrl: 'https://docs.vapi.ai/knowledge-base/using-query-tool',
    },
    {
      key: 'custom-knowledge-base',
      name: 'Custom knowledge base',
      description: {
        en: 'A server of yours that Vapi asks during the call.',
        fr: 'Un serveur à vous, que Vapi interroge pendant l’appel.',
      },
      lifecycle: 'AVAILABLE',
      note: {
        en: 'Set on the assistant by the API, with the address of the server.',
        fr: 'Se règle sur l’assistant par l’API, avec l’adresse du serveur.',
      },
      asOf: '2026-08-20',
      inGuide: false,
      credentials: [],
      dashboardUrl: 'https://dashboard.vapi.ai/assistants',
      documentationUrl: 'https://docs.vapi.ai/knowledge-base/custom-knowledge-base',
    },
  ],
};
