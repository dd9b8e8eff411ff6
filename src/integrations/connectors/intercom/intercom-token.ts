import { askForToken } from '../../core/oauth2.js';
import type { GrantSource } from '../../core/access-grant.js';
import type { CredentialValues } from '../../core/credential-values.js';

const tokenUrl = 'https://api.intercom.io/auth/eagle/token';

/** Where a person lets an application in, by the region of the workspace. */
const authorizeUrls: Readonly<Record<string, string>> = {
  us: 'https://app.intercom.com/oauth',
  eu: 'https://app.eu.intercom.com/oauth',
  au: 'https://app.au.intercom.com/oauth',
};

/**
 * Intercom's own form of OAuth: rights are ticked at the application and not asked for, there is no code challenge, and
 * tokens neither end nor are renewed: https://developers.intercom.com/docs/build-an-integration/learn-more/authentication/setting-up-oauth
 */
export const intercomToken: GrantSource = {
  authorization: {
    url(values: CredentialValues, { clientId, redirectUri, state }) {
      const url = new URL(authorizeUrls[values.text('region')] ?? 'https://app.intercom.com/oauth');
      const query = { client_id: clientId, redirect_uri: redirectUri, state };
      for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
      return url;
    },
    redeem: (tokens, application, { code }) => askForToken(tokens, { tokenUrl }, { application, form: { code } }),
  },
};
