import type { GrantSource } from '../../core/access-grant.js';
import { clientCredentials } from '../../core/client-credentials.js';
import { oauth2 } from '../../core/oauth2.js';
import { textOf } from '../../core/read-json.js';

/** Sessions end when the org's settings say so, which the token does not tell: it is renewed when it is refused. */
export function signInAt(host: 'login.salesforce.com' | 'test.salesforce.com'): GrantSource {
  return oauth2({
    authorizeUrl: `https://${host}/services/oauth2/authorize`,
    tokenUrl: `https://${host}/services/oauth2/token`,
    revokeUrl: `https://${host}/services/oauth2/revoke`,
    scopes: ['api', 'refresh_token'],
    facts: instanceIn,
  });
}

/** Only the org's own host takes client credentials: https://help.salesforce.com/s/articleView?id=xcloud.remoteaccess_oauth_client_credentials_flow.htm */
export function integrationUser(): GrantSource {
  return clientCredentials({
    tokenUrl: (values) => `https://${apiHost(values.text('domain'))}/services/oauth2/token`,
    facts: instanceIn,
  });
}

/** What stands in the browser's address bar is the host of the pages, not of the API. */
function apiHost(domain: string): string {
  return domain.replace(/\.lightning\.force\.com$/, '.my.salesforce.com');
}

/** Where all requests go. */
function instanceIn(reply: Readonly<Record<string, unknown>>): Record<string, string> {
  const instanceUrl = textOf(reply.instance_url);
  return instanceUrl === undefined ? {} : { instanceUrl };
}
