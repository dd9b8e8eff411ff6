import type { AuthMode } from '../../core/auth-mode.js';
import { textField } from '../../core/credential-field.js';
import { facebookApp, provingSecret, systemUserToken } from '../../families/meta/app-fields.js';
import { provenBearer } from '../../families/meta/app-secret-proof.js';
import { pageLogin } from './facebook-login-grant.js';

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
    systemUserToken,
    textField('pageId', { label: pageLabel, help: pageHelp, ...pagePattern }),
    adAccountId,
    provingSecret('clientSecret'),
  ],
  sign: provenBearer('clientSecret', (values) => values.secret(systemUserToken.key)),
};

const oauth: AuthMode = {
  key: 'oauth',
  label: { en: 'Sign in with Facebook', fr: 'Connexion avec Facebook' },
  fields: [
    ...facebookApp,
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
  grant: pageLogin,
  sign: provenBearer('clientSecret'),
};

export const facebookAuth = [token, oauth] as const;
