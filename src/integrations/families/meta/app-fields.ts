import { secretField, textField, type CredentialField } from '../../core/credential-field.js';

const secretLabel = { en: 'App secret', fr: 'Clé secrète de l’app' };
const secretPattern = /^[a-f0-9]{32}$/;

/** https://developers.facebook.com/docs/business-management-apis/system-users */
export const systemUserToken = secretField('accessToken', {
  label: { en: 'Access token', fr: 'Token d’accès' },
  help: {
    en: 'Meta Business settings > Users > System users > Generate token, without expiry',
    fr: 'Paramètres Meta Business > Utilisateurs > Utilisateurs système > Générer un token, sans expiration',
  },
  pattern: /^EAA[A-Za-z0-9]+$/,
});

/** The secret of the application that a pasted token is from. */
export function provingSecret(key: string): CredentialField {
  return secretField(key, {
    label: secretLabel,
    help: {
      en: 'Only if the app requires the proof of its secret: App settings > Basic',
      fr: 'Seulement si l’app exige la preuve de sa clé : Paramètres de l’app > Général',
    },
    required: false,
    pattern: secretPattern,
  });
}

/** The application that people sign in to with Facebook. */
export const facebookApp = [
  textField('clientId', {
    label: { en: 'App id', fr: 'Identifiant d’app' },
    help: { en: 'App settings > Basic', fr: 'Paramètres de l’app > Général' },
    pattern: /^\d{10,20}$/,
  }),
  secretField('clientSecret', { label: secretLabel, pattern: secretPattern }),
];
