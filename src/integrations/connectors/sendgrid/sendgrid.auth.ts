import { bearer, type AuthMode } from '../../core/auth-mode.js';
import { choiceField, textField } from '../../core/credential-field.js';
import { apiKeyField, apiKeyLabel } from '../../core/usual-fields.js';

/** https://www.twilio.com/docs/sendgrid/api-reference/how-to-use-the-sendgrid-v3-api/authentication */
export const apiKey: AuthMode = {
  key: 'api_key',
  label: apiKeyLabel,
  fields: [
    apiKeyField({
      help: {
        en: 'Settings > API Keys > Create API Key; shown once',
        fr: 'Settings > API Keys > Create API Key ; affichée une seule fois',
      },
      pattern: /^SG\.[\w-]{22}\.[\w-]{43}$/,
    }),
    choiceField('region', ['global', 'eu'], {
      label: { en: 'Region', fr: 'Région' },
      help: {
        en: 'eu only for the key of an EU subuser (Pro plan and up); a key belongs to one region.',
        fr: 'eu seulement pour la clé d’un sous-utilisateur UE (offre Pro et plus) ; une clé appartient à une région.',
      },
    }),
    textField('defaultFromEmail', {
      label: { en: 'Usual sender', fr: 'Expéditeur habituel' },
      help: {
        en: 'Used where a message names no sender. A verified sender, or an address of an authenticated domain.',
        fr: 'Utilisé quand un message ne nomme pas d’expéditeur. Un expéditeur vérifié, ou une adresse d’un domaine authentifié.',
      },
      pattern: /^[^\s@]+@[^\s@]+\.[^\s@]+$/,
      strict: true,
      required: false,
    }),
    textField('onBehalfOf', {
      label: { en: 'Subuser', fr: 'Sous-utilisateur' },
      help: {
        en: 'Only with the key of a parent account: the subuser to work for.',
        fr: 'Seulement avec la clé d’un compte parent : le sous-utilisateur pour lequel agir.',
      },
      pattern: /^[\w.@+-]{1,64}$/,
      strict: true,
      required: false,
    }),
  ],
  sign: bearer('apiKey'),
};
