import { grantBearer, type AuthMode } from '../../core/auth-mode.js';
import { secretField, textField } from '../../core/credential-field.js';
import { facebookApp, provingSecret, systemUserToken } from '../../families/meta/app-fields.js';
import { provenBearer } from '../../families/meta/app-secret-proof.js';
import { linkedAccountLogin, pastedFacebookToken } from './facebook-login-grant.js';
import { instagramLogin, pastedInstagramToken } from './instagram-login-grant.js';

const igUserId = textField('igUserId', {
  label: { en: 'Instagram account id', fr: 'Identifiant du compte Instagram' },
  help: {
    en: 'Only needed if the token reaches several accounts: Meta Business settings > Accounts > Instagram accounts',
    fr: 'Seulement si le token atteint plusieurs comptes : Paramètres Meta Business > Comptes > Comptes Instagram',
  },
  required: false,
  pattern: /^\d{6,20}$/,
  strict: true,
});

const pastedToken: AuthMode = {
  key: 'access_token',
  label: { en: 'Instagram token', fr: 'Token Instagram' },
  fields: [
    secretField('accessToken', {
      label: { en: 'Access token', fr: 'Token d’accès' },
      help: {
        en: 'App Dashboard > Instagram > API setup with Instagram login > Generate access tokens. Renewed by itself from then on.',
        fr: 'Espace App > Instagram > Configuration de l’API avec connexion Instagram > Générer des tokens d’accès. Renouvelé tout seul ensuite.',
      },
      pattern: /^IG[A-Za-z0-9_-]+$/,
    }),
  ],
  grant: pastedInstagramToken('accessToken'),
  sign: grantBearer(),
};

const facebookToken: AuthMode = {
  key: 'facebook_token',
  label: { en: 'Facebook system user token', fr: 'Token d’utilisateur système Facebook' },
  fields: [systemUserToken, igUserId, provingSecret('appSecret')],
  grant: pastedFacebookToken(systemUserToken.key),
  sign: provenBearer('appSecret'),
};

const instagramOAuth: AuthMode = {
  key: 'oauth',
  label: { en: 'Sign in with Instagram', fr: 'Connexion avec Instagram' },
  fields: [
    textField('clientId', {
      label: { en: 'Instagram app id', fr: 'Identifiant d’app Instagram' },
      help: {
        en: 'App Dashboard > Instagram > API setup with Instagram login; not the id of the Meta app',
        fr: 'Espace App > Instagram > Configuration de l’API avec connexion Instagram ; pas l’identifiant de l’app Meta',
      },
      pattern: /^\d{10,20}$/,
    }),
    secretField('clientSecret', {
      label: { en: 'Instagram app secret', fr: 'Clé secrète d’app Instagram' },
      pattern: /^[a-f0-9]{32}$/,
    }),
  ],
  grant: instagramLogin(),
  sign: grantBearer(),
};

const facebookOAuth: AuthMode = {
  key: 'facebook_oauth',
  label: { en: 'Sign in with Facebook', fr: 'Connexion avec Facebook' },
  fields: [...facebookApp, igUserId],
  grant: linkedAccountLogin,
  sign: provenBearer('clientSecret'),
};

export const instagramAuth = [pastedToken, facebookToken, instagramOAuth, facebookOAuth] as const;
