import type { GrantSource } from '../../core/access-grant.js';
import { bearer, grantBearer, type AuthMode } from '../../core/auth-mode.js';
import { secretField, textField } from '../../core/credential-field.js';
import { oauth2 } from '../../core/oauth2.js';

const dayMs = 24 * 60 * 60 * 1000;
/** What any app gets by “Sign In with LinkedIn using OpenID Connect” and “Share on LinkedIn”. */
const openScopes = 'openid profile email w_member_social';

const organizationId = textField('organizationId', {
  label: { en: 'Number of your page', fr: 'Numéro de votre page' },
  help: {
    en: 'The digits in the address of the page’s admin view: linkedin.com/company/12345/admin. Only for pages.',
    fr: 'Les chiffres dans l’adresse de la vue administrateur de la page : linkedin.com/company/12345/admin. Seulement pour les pages.',
  },
  required: false,
  pattern: /^(urn:li:organization:)?\d{1,12}$/,
  strict: true,
});

const { authorization, ...tokens } = oauth2({
  authorizeUrl: 'https://www.linkedin.com/oauth/v2/authorization',
  tokenUrl: 'https://www.linkedin.com/oauth/v2/accessToken',
  scopes: openScopes.split(' '),
  // Only for native clients that LinkedIn approved.
  pkce: false,
  expiresInSeconds: 60 * 24 * 60 * 60,
  renewBeforeMs: 7 * dayMs,
});

/** LinkedIn refuses a sign-in that asks for a scope that the app was not given, so that the user says which there are. */
const memberGrant: GrantSource = {
  ...tokens,
  ...(authorization && {
    authorization: {
      ...authorization,
      url(values, start) {
        const url = authorization.url(values, start);
        url.searchParams.set('scope', values.text('scopes'));
        return url;
      },
    },
  }),
};

const pastedToken: AuthMode = {
  key: 'access_token',
  label: { en: 'Access token', fr: 'Jeton d’accès' },
  fields: [
    secretField('accessToken', {
      label: { en: 'Access token', fr: 'Jeton d’accès' },
      help: {
        en: 'linkedin.com/developers > Docs and tools > OAuth Token Tools. It lives 60 days; then paste a new one.',
        fr: 'linkedin.com/developers > Docs and tools > OAuth Token Tools. Il vit 60 jours ; collez-en ensuite un nouveau.',
      },
      pattern: /^[A-Za-z0-9_-]{80,}$/,
    }),
    organizationId,
  ],
  sign: bearer('accessToken'),
};

const signIn: AuthMode = {
  key: 'oauth',
  label: { en: 'Sign in with LinkedIn', fr: 'Connexion avec LinkedIn' },
  fields: [
    textField('clientId', {
      label: { en: 'Client ID', fr: 'Identifiant client' },
      help: {
        en: 'linkedin.com/developers > My apps > your app > Auth > Application credentials',
        fr: 'linkedin.com/developers > My apps > votre application > Auth > Application credentials',
      },
      pattern: /^[a-z0-9]{10,20}$/,
    }),
    secretField('clientSecret', {
      label: { en: 'Primary client secret', fr: 'Secret client principal' },
      help: { en: 'In the same place', fr: 'Au même endroit' },
    }),
    textField('scopes', {
      label: { en: 'Scopes of your app', fr: 'Portées de votre application' },
      help: {
        en: 'As listed under Auth > OAuth 2.0 scopes, separated by spaces. With the Community Management API: r_basicprofile w_member_social rw_organization_admin r_organization_social w_organization_social r_organization_social_feed w_organization_social_feed',
        fr: 'Telles que listées sous Auth > OAuth 2.0 scopes, séparées par des espaces. Avec la Community Management API : r_basicprofile w_member_social rw_organization_admin r_organization_social w_organization_social r_organization_social_feed w_organization_social_feed',
      },
      pattern: /^\w+( \w+)*$/,
      strict: true,
      fallback: openScopes,
    }),
    organizationId,
  ],
  grant: memberGrant,
  sign: grantBearer(),
};

export const linkedInModes: readonly [AuthMode, ...AuthMode[]] = [pastedToken, signIn];
