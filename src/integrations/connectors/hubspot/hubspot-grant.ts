import type { GrantSource } from '../../core/access-grant.js';
import { oauth2 } from '../../core/oauth2.js';
import { apiVersion } from './hubspot-version.js';

const tokenUrl = `https://api.hubapi.com/oauth/${apiVersion}/token`;

/** Which every plan has; an account that lacks one of them cannot be connected at all. */
const scopes = [
  'oauth',
  'crm.objects.contacts.read',
  'crm.objects.contacts.write',
  'crm.objects.companies.read',
  'crm.objects.companies.write',
  'crm.objects.deals.read',
  'crm.objects.deals.write',
  'crm.objects.owners.read',
  'crm.lists.read',
  'crm.lists.write',
];

/** Left out by HubSpot where the account's plan does not have them. */
const optionalScopes = [
  'sales-email-read',
  'automation.sequences.read',
  'automation.sequences.enrollments.write',
  'automation',
  'marketing.email.read',
  'marketing.email.write',
  'marketing-email',
  'transactional-email',
];

/** https://developers.hubspot.com/docs/apps/developer-platform/build-apps/authentication/oauth/working-with-oauth */
export function hubspotGrant(): GrantSource {
  return oauth2({
    authorizeUrl: 'https://app.hubspot.com/oauth/authorize',
    tokenUrl,
    revokeUrl: `${tokenUrl}/revoke`,
    scopes,
    parameters: { optional_scope: optionalScopes.join(' ') },
  });
}
