import { newToken } from '../../../kernel/crypto/index.js';
import type { GrantSource } from '../../core/access-grant.js';
import { bearer, grantBearer, type AuthMode, type Sign } from '../../core/auth-mode.js';
import { secretField, textField } from '../../core/credential-field.js';
import { askForToken, oauth2 } from '../../core/oauth2.js';
import { apiKeyField, clientSecretField } from '../../core/usual-fields.js';
import { oauth1Authorization } from './oauth1.js';

/**
 * A token of the application itself for what is public, since X counts posts and lists trends for applications only.
 * https://docs.x.com/fundamentals/authentication/oauth-2-0/application-only
 */
const applicationToken: GrantSource = {
  obtain: (tokens, values) =>
    askForToken(
      tokens,
      { tokenUrl: 'https://api.x.com/oauth2/token', clientAuthentication: 'basic' },
      {
        application: { clientId: values.secret('apiKey').reveal(), clientSecret: values.secret('apiKeySecret') },
        form: { grant_type: 'client_credentials' },
      },
    ),
};

/** X refuses an account's keys for counts and trends, and lets an application search more often than an account. */
const applicationPaths = ['/2/tweets/search/', '/2/tweets/counts/', '/2/trends/'];

const asApplication = grantBearer();

/** As the account, except for what the application is to read by itself. */
const withAccountKeys: Sign = (values, grant, request) => {
  const { pathname } = request.url;
  if (applicationPaths.some((path) => pathname.startsWith(path))) return asApplication(values, grant, request);
  const keys = {
    apiKey: values.secret('apiKey'),
    apiKeySecret: values.secret('apiKeySecret'),
    token: values.secret('userAccessToken'),
    tokenSecret: values.secret('userAccessTokenSecret'),
  };
  return { headers: { authorization: oauth1Authorization(keys, request, newToken('', 16)) } };
};

const accountKeys: AuthMode = {
  key: 'oauth1',
  label: { en: 'Keys of your own app', fr: 'Clés de votre propre application' },
  fields: [
    apiKeyField({
      help: {
        en: 'console.x.com > Apps > your app > Keys and tokens > OAuth 1.0 keys: Consumer key',
        fr: 'console.x.com > Apps > votre application > Keys and tokens > OAuth 1.0 keys : Consumer key',
      },
      pattern: /^[A-Za-z0-9]{20,30}$/,
    }),
    secretField('apiKeySecret', {
      label: { en: 'API key secret', fr: 'Secret de la clé d’API' },
      help: { en: 'In the same place: Consumer key secret', fr: 'Au même endroit : Consumer key secret' },
      pattern: /^[A-Za-z0-9]{40,60}$/,
    }),
    secretField('userAccessToken', {
      label: { en: 'Access token', fr: 'Jeton d’accès' },
      help: {
        en: 'In the same place: Access token, generated after the app was set to “Read and write”',
        fr: 'Au même endroit : Access token, généré après avoir réglé l’application sur « Read and write »',
      },
      pattern: /^\d+-[A-Za-z0-9]+$/,
    }),
    secretField('userAccessTokenSecret', {
      label: { en: 'Access token secret', fr: 'Secret du jeton d’accès' },
      help: { en: 'Shown once, with the access token', fr: 'Affiché une seule fois, avec le jeton d’accès' },
    }),
  ],
  grant: applicationToken,
  sign: withAccountKeys,
};

/** https://docs.x.com/fundamentals/authentication/oauth-2-0/authorization-code */
const accountSignIn: AuthMode = {
  key: 'oauth2',
  label: { en: 'Sign in with X', fr: 'Connexion avec X' },
  fields: [
    textField('clientId', {
      label: { en: 'Client ID', fr: 'Identifiant client' },
      help: {
        en: 'console.x.com > Apps > your app > Keys and tokens > OAuth 2.0 keys',
        fr: 'console.x.com > Apps > votre application > Keys and tokens > OAuth 2.0 keys',
      },
      pattern: /^[A-Za-z0-9_-]{20,60}$/,
    }),
    clientSecretField({
      help: {
        en: 'Beside the client ID, for an app of the type “Web App, Automated App or Bot”',
        fr: 'À côté de l’identifiant client, pour une application du type « Web App, Automated App or Bot »',
      },
    }),
  ],
  grant: oauth2({
    authorizeUrl: 'https://x.com/i/oauth2/authorize',
    tokenUrl: 'https://api.x.com/2/oauth2/token',
    revokeUrl: 'https://api.x.com/2/oauth2/revoke',
    scopes: ['tweet.read', 'tweet.write', 'users.read', 'follows.read', 'media.write', 'offline.access'],
    clientAuthentication: 'basic',
    // X tells it; this is what its pages say.
    expiresInSeconds: 7200,
  }),
  sign: grantBearer(),
};

const publicReading: AuthMode = {
  key: 'bearer',
  label: { en: 'Bearer token (public reading only)', fr: 'Jeton Bearer (lecture publique seulement)' },
  fields: [
    secretField('bearerToken', {
      label: { en: 'Bearer token', fr: 'Jeton Bearer' },
      help: {
        en: 'console.x.com > Apps > your app > Keys and tokens > App-only authentication. It reads posts, counts, trends and public figures; no posting, no analytics',
        fr: 'console.x.com > Apps > votre application > Keys and tokens > App-only authentication. Il lit posts, volumes, tendances et chiffres publics ; ni publication, ni statistiques privées',
      },
      pattern: /^A{8}[A-Za-z0-9%]+$/,
    }),
  ],
  sign: bearer('bearerToken'),
};

export const xModes: readonly [AuthMode, ...AuthMode[]] = [accountKeys, accountSignIn, publicReading];
