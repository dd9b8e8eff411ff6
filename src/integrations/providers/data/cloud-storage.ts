import type { VapiCategoryData } from '../vapi-catalogue.schema.js';

export const cloudStorage: VapiCategoryData = {
  key: 'cloud-storage',
  label: { en: 'Cloud storage', fr: 'Stockage en ligne' },
  description: {
    en: 'Where recordings and other files of calls are kept instead of at Vapi. It needs an account of yours.',
    fr: 'Où les enregistrements et autres fichiers d’appels sont conservés, au lieu de l’être chez Vapi. Il y faut un compte à vous.',
  },
  providers: [
    {
      key: 's3',
      name: 'AWS S3',
      description: {
        en: 'A bucket of yours at Amazon.',
        fr: 'Un espace à vous chez Amazon.',
      },
      lifecycle: 'AVAILABLE',
      asOf: '2026-08-20',
      inGuide: true,
      credentials: ['s3'],
      documentationUrl: 'https://docs.vapi.ai/providers/cloud/s3',
    },
    {
      key: 'azure-blob-storage',
      name: 'Azure Blob Storage',
      description: {
        en: 'A container of yours at Microsoft.',
        fr: 'Un conteneur à vous chez Microsoft.',
      },
      lifecycle: 'AVAILABLE',
      note: {
        en: 'Since 11 January 2025. It takes a connection string.',
        fr: 'Depuis le 11 janvier 2025. Il demande une chaîne de connexion.',
      },
      asOf: '2026-08-20',
      inGuide: true,
      credentials: ['azure:blob_storage'],
      documentationUrl: 'https://docs.vapi.ai/customization/provider-keys',
    },
    {
      key: 'gcp',
      name: 'Google Cloud Storage',
      description: {
        en: 'A bucket of yours at Google.',
        fr: 'Un espace à vous chez Google.',
      },
      lifecycle: 'AVAILABLE',
      note: {
        en: 'Takes a service account’s key and a pair of HMAC keys.',
        fr: 'Demande la clé d’un compte de service et une paire de clés HMAC.',
      },
      asOf: '2026-08-20',
      inGuide: true,
      credentials: ['gcp'],
      documentationUrl: 'https://docs.vapi.ai/providers/cloud/gcp',
    },
    {
      key: 'cloudflare',
      name: 'Cloudflare R2',
      description: {
        en: 'A bucket of yours at Cloudflare.',
        fr: 'Un espace à vous chez Cloudflare.',
      },
      lifecycle: 'AVAILABLE',
      asOf: '2026-08-20',
      inGuide: true,
      credentials: ['cloudflare'],
      documentationUrl: 'https://docs.vapi.ai/providers/cloud/cloudflare',
    },
    {
      key: 'supabase',
      name: 'Supabase',
      description: {
        en: 'A bucket of a Supabase project of yours.',
        fr: 'Un espace d’un de vos projets Supabase.',
      },
      lifecycle: 'AVAILABLE',
      note: { en: 'Since 2 March 2025.', fr: 'Depuis le 2 mars 2025.' },
      asOf: '2026-08-20',
      inGuide: true,
      credentials: ['supabase'],
      documentationUrl: 'https://docs.vapi.ai/providers/cloud/supabase',
    },
    {
      key: 's3-compatible',
      name: 'S3-compatible storage',
      description: {
        en: 'Any storage that speaks like Amazon’s S3, a European one for instance.',
        fr: 'Tout stockage qui parle comme S3 d’Amazon, européen par exemple.',
      },
      lifecycle: 'AVAILABLE',
      note: {
        en: 'In the API description of 18 August 2026; the documentation has no page for it.',
        fr: 'Dans la description de l’API du 18 août 2026 ; la documentation n’a pas de page pour lui.',
      },
      asOf: '2026-08-20',
      inGuide: false,
      credentials: ['s3-compatible'],
    },
  ],
};
