import type { AuthMode } from '../../core/auth-mode.js';
import { secretField, textField } from '../../core/credential-field.js';
import { provenBearer } from './app-secret-proof.js';
import { facebookLogin } from './facebook-login-grant.js';

const pageLabel = { en: 'Page id', fr: 'Identifiant de la Page' };
// They stand in addresses.
const pagePattern = { pattern: /^\d{5,20}$/, strict: true };
const pageHelp = {
  en: 'On the Page: About > Page transparency > Page ID',
  fr: 'Sur la Page : À propos > Transparence de la Page > ID de la Page',
};
const adAccountId = textField('adAccountId', {
  label: { en: 'Ad account id', fr: 'Identifiant du compte publicitaire' },
  help: {
    en: 'For ads only; in Ads Manager, above the campaigns',
    fr: 'Pour les publicités seulement ; dans le Gestionnaire de publicités, au-dessus des campagnes',
  },
  required: false,
  pattern: /^(act_)?\d{5,20}$/,
  strict: true,
});

const token: AuthMode = {
  key: 'access_token',
  label: { en: 'System user token', fr: 'Token d’utilisateur système' },
  fields: [
    secretField('accessToken', {
      label: { en: 'Access token', fr: 'Token d’accès' },
      help: {
        en: 'Meta Business settings > Users > System users > Generate token, without expiry',
        fr: 'Paramètres Meta Business > Utilisateurs > Utilisateurs système > Générer un token, sans expiration',
      },
      pattern: /^EAA[A-Za-z0-9]+$/,
    }),
    textField('pageId', { label: pageLabel, help: pageHelp, ...pagePattern }),
    adAccountId,
    secretField('clientSecret', {
      label: { en: 'App secret', fr: 'Clé secrète de l’app' },
      help: {
        en: 'Only if the app requires the proof of its secret: App settings > Basic',
        fr: 'Seulement si l’app exige la preuve de sa clé : Paramètres de l’app > Général',
      },
      required: false,
      pattern: /^[a-f0-9]{32}$/,
    }),
  ],
  sign: provenBearer((values) => values.secret('accessToken')),
};

const oauth: AuthMode = {
  key: 'oauth',
  label: { en: 'Sign in with Facebook', fr: 'Connexion avec Facebook' },
  fields: [
    textField('clientId', {
      label: { en: 'App id', fr: 'Identifiant d’app' },
      help: { en: 'App settings > Basic', fr: 'Paramètres de l’app > Général' },
      pattern: /^\d{10,20}$/,
    }),
    secretField('clientSecret', {
      label: { en: 'App secret', fr: 'Clé secrète de l’app' },
      pattern: /^[a-f0-9]{32}$/,
    }),
    textField('pageId', {
      label: pageLabel,
      help: {
        en: `Needed if you manage several Pages. ${pageHelp.en}`,
        fr: `Nécessaire si vous gérez plusieurs Pages. ${pageHelp.fr}`,
      },
      required: false,
      ...pagePattern,
    }),
    adAccountId,
  ],
  grant: facebookLogin(),
  sign: provenBearer((_values, grant) => grant?.accessToken),
};

export const facebookAuth = [token, oauth] as const;
