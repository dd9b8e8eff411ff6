import { basic, bearer, grantBearer, type AuthMode } from '../../core/auth-mode.js';
import { secretField, textField } from '../../core/credential-field.js';
import { zendeskSignIn, zendeskToken } from './zendesk-token.js';

const subdomain = textField('subdomain', {
  label: { en: 'Subdomain', fr: 'Sous-domaine' },
  help: { en: 'The part before .zendesk.com', fr: 'La partie qui précède .zendesk.com' },
  pattern: /^[a-z0-9][a-z0-9-]{1,62}$/,
  strict: true,
});

const identifier = {
  label: { en: 'Identifier', fr: 'Identifiant' },
  help: {
    en: 'Admin Center > Apps and integrations > APIs > OAuth clients > Identifier',
    fr: 'Centre d’administration > Applications et intégrations > API > Clients OAuth > Identificateur',
  },
};
const secret = {
  label: { en: 'Secret', fr: 'Secret' },
  help: {
    en: 'Shown in full only once, when the client is saved',
    fr: 'Affiché en entier une seule fois, à l’enregistrement du client',
  },
  pattern: /^[a-f0-9]{64}$/,
};

/** Its fields are not called as those of the sign-in: the names are what tells one way in from the other. */
const clientCredentials: AuthMode = {
  key: 'client_credentials',
  label: { en: 'OAuth client of your account', fr: 'Client OAuth de votre compte' },
  fields: [subdomain, textField('identifier', identifier), secretField('secret', secret)],
  grant: zendeskToken,
  sign: grantBearer(),
};

const oauth: AuthMode = {
  key: 'oauth',
  label: { en: 'Sign in with Zendesk', fr: 'Connexion avec Zendesk' },
  fields: [
    subdomain,
    textField('clientId', { ...identifier, label: { en: 'Client identifier', fr: 'Identifiant du client' } }),
    secretField('clientSecret', { ...secret, label: { en: 'Client secret', fr: 'Secret du client' } }),
  ],
  grant: zendeskSignIn,
  sign: grantBearer(),
};

/** For a token that was made elsewhere; tokens end, so this is for trying out. */
const accessToken: AuthMode = {
  key: 'access_token',
  label: { en: 'OAuth access token', fr: 'Jeton d’accès OAuth' },
  fields: [
    subdomain,
    secretField('accessToken', {
      label: { en: 'Access token', fr: 'Jeton d’accès' },
      help: {
        en: 'A token with the scopes read and write. It ends on its date and has to be pasted anew then.',
        fr: 'Un jeton avec les portées read et write. Il expire à sa date et doit alors être collé à nouveau.',
      },
    }),
  ],
  sign: bearer('accessToken'),
};

/** No account can make new ones, and all end on 30 April 2027. */
const apiToken: AuthMode = {
  key: 'api_token',
  label: { en: 'API token (until April 2027)', fr: 'Jeton d’API (jusqu’en avril 2027)' },
  fields: [
    subdomain,
    textField('email', {
      label: { en: 'Agent’s e-mail', fr: 'E-mail de l’agent' },
      pattern: /^[^\s@:/]+@[^\s@:/]+$/,
      strict: true,
    }),
    secretField('apiToken', {
      label: { en: 'API token', fr: 'Jeton d’API' },
      help: {
        en: 'One that you already have: Zendesk makes no new ones since October 2026 and ends them all on 30 April 2027',
        fr: 'Un jeton déjà en votre possession : Zendesk n’en crée plus depuis octobre 2026 et les arrête tous le 30 avril 2027',
      },
      pattern: /^[A-Za-z0-9]{20,80}$/,
    }),
  ],
  // https://developer.zendesk.com/api-reference/introduction/security-and-auth/#api-token
  sign: basic((values) => ({ user: `${values.text('email')}/token`, password: values.secret('apiToken') })),
};

export const zendeskAuth: readonly [AuthMode, ...AuthMode[]] = [clientCredentials, oauth, accessToken, apiToken];
