import type { VapiCategoryData } from '../vapi-catalogue.schema.js';

export const observability: VapiCategoryData = {
  key: 'observability',
  label: { en: 'Observability', fr: 'Observabilité' },
  description: {
    en: 'Follow what the assistant does, and hear of what goes wrong.',
    fr: 'Suivre ce que fait l’assistant, et apprendre ce qui ne va pas.',
  },
  providers: [
    {
      key: 'langfuse',
      name: 'Langfuse',
      description: {
        en: 'Traces of every conversation: prompts, answers, delays and costs.',
        fr: 'Les traces de chaque conversation : consignes, réponses, délais et coûts.',
      },
      lifecycle: 'AVAILABLE',
      note: {
        en: 'Since 14 November 2024. It takes a public key, a secret key and the address, European or American.',
        fr: 'Depuis le 14 novembre 2024. Il demande une clé publique, une clé secrète et l’adresse, européenne ou américaine.',
      },
      asOf: '2026-08-20',
      inGuide: true,
      credentials: ['langfuse'],
      documentationUrl: 'https://docs.vapi.ai/providers/observability/langfuse',
    },
    {
      key: 'slack-webhook',
      name: 'Slack alerts',
      description: {
        en: 'Vapi’s alerts in a Slack channel.',
        fr: 'Les alertes de Vapi dans un canal Slack.',
      },
      lifecycle: 'AVAILABLE',
      asOf: '2026-08-20',
      inGuide: false,
      credentials: ['slack-webhook'],
      dashboardUrl: 'https://dashboard.vapi.ai',
      documentationUrl: 'https://docs.vapi.ai/observability/monitoring-quickstart',
    },
    {
      key: 'email',
      name: 'E-mail alerts',
      description: {
        en: 'Vapi’s alerts by e-mail.',
        fr: 'Les alertes de Vapi par e-mail.',
      },
      lifecycle: 'AVAILABLE',
      asOf: '2026-08-20',
      inGuide: false,
      credentials: ['email'],
      dashboardUrl: 'https://dashboard.vapi.ai',
      documentationUrl: 'https://docs.vapi.ai/observability/monitoring-quickstart',
    },
  ],
};
