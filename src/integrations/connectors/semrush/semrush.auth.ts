import type { AuthMode } from '../../core/auth-mode.js';
import { secretField, textField } from '../../core/credential-field.js';

/**
 * Semrush binds a key to one version of its API: version 3 takes its key in the query, version 4 in a header. A request
 * therefore carries the key of its own version (see `api-v3.ts` and `api-v4.ts`) and never the other one.
 * https://developer.semrush.com/api/v4/get-started/authorization/
 */
const apiKeys: AuthMode = {
  key: 'api_key',
  label: { en: 'API keys', fr: 'Clés d’API' },
  fields: [
    secretField('apiKeyV3', {
      label: { en: 'API key, version 3', fr: 'Clé d’API, version 3' },
      help: {
        en: 'My profile > API Keys: the version 3 key that is there already. Reports on domains, site audit and position tracking need it.',
        fr: 'My profile (mon profil) > API Keys : la clé de version 3 déjà présente. Les rapports de domaine, l’audit de site et le suivi de positions en ont besoin.',
      },
      pattern: /^[a-f0-9]{32}$/,
    }),
    secretField('apiKeyV4', {
      label: { en: 'API key, version 4', fr: 'Clé d’API, version 4' },
      help: {
        en: 'My profile > API Keys > Create API key: version 4, read-only. For projects, backlinks and monthly keyword figures.',
        fr: 'My profile > API Keys > Create API key : version 4, lecture seule. Pour les projets, les backlinks et les chiffres mensuels des mots-clés.',
      },
      pattern: /^semrtkn-/,
      required: false,
    }),
    textField('database', {
      label: { en: 'Database', fr: 'Base de données' },
      help: {
        en: 'Country of the figures where nothing else is asked for: fr, be, ch, ca, us, uk, mobile-fr',
        fr: 'Pays des chiffres quand rien d’autre n’est demandé : fr, be, ch, ca, us, uk, mobile-fr',
      },
      pattern: /^(mobile-)?[a-z]{2}(-ext)?$/,
      strict: true,
      fallback: 'fr',
    }),
    textField('projectId', {
      label: { en: 'Project ID', fr: 'ID du projet' },
      help: {
        en: 'The number in the address of the project; only site audit and position tracking need it.',
        fr: 'Le nombre dans l’adresse du projet ; seuls l’audit de site et le suivi de positions en ont besoin.',
      },
      pattern: /^\d+$/,
      strict: true,
      required: false,
    }),
    textField('campaignId', {
      label: { en: 'Tracking campaign ID', fr: 'ID de la campagne de suivi' },
      help: {
        en: 'In the address of Position Tracking, with its underscore: 6647718_272401',
        fr: 'Dans l’adresse de Position Tracking, avec son tiret bas : 6647718_272401',
      },
      pattern: /^\d+_\d+$/,
      strict: true,
      required: false,
    }),
  ],
  sign: () => ({}),
};

export const authModes: readonly [AuthMode] = [apiKeys];
