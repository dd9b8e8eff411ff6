import type { Json } from '../schemas/api-document.js';

const text = (name: string) => ({ name, type: 'string' });
const optional = (name: string, type = 'string') => ({ name, type, required: false });
const needed = (name: string) => ({ name, type: 'string', required: true });

/** Nodes that Meta documents, but the descriptions leave out or cut. */
export const addedNodes: Json = {
  // https://developers.facebook.com/docs/instagram-platform/instagram-graph-api/reference/ig-container
  IGContainer: {
    apis: [{ method: 'GET', return: 'IGContainer', params: [] }],
    fields: ['id', 'status', 'status_code', 'copyright_check_status'].map(text),
  },
  // https://developers.facebook.com/docs/graph-api/reference/user/
  User: {
    apis: [
      { method: 'GET', return: 'User', params: [] },
      { method: 'GET', endpoint: 'accounts', return: 'Page', params: [optional('is_promotable', 'bool')] },
      { method: 'GET', endpoint: 'adaccounts', return: 'AdAccount', params: [] },
    ],
    fields: ['id', 'name', 'first_name', 'last_name', 'email'].map(text),
  },
  // https://developers.facebook.com/docs/graph-api/reference/insights/
  InsightsValue: { apis: [], fields: [text('end_time'), { name: 'value', type: 'Object' }] },
};

/** What stands at a path of its own, in place of an id. */
export const addedEndpoints: Json = {
  // https://developers.facebook.com/docs/graph-api/reference/debug_token/
  debug_token: { method: 'GET', return: 'Object', params: [needed('input_token')] },
  // https://developers.facebook.com/docs/facebook-login/guides/access-tokens/get-long-lived
  'oauth/access_token': {
    method: 'GET',
    return: 'Object',
    isPublic: true,
    params: [
      needed('client_id'),
      ...['client_secret', 'grant_type', 'fb_exchange_token', 'code', 'code_verifier', 'redirect_uri'].map((name) =>
        optional(name),
      ),
    ],
  },
};

/** Nodes of the descriptions that stand at a path of their own. */
export const nodesAtPaths: Readonly<Record<string, string>> = {
  access_token: 'IGAccessTokenForIGOnlyAPI',
  refresh_access_token: 'IGRefreshAccessTokenForIGOnlyAPI',
};

/**
 * Parameters that every call has: https://developers.facebook.com/docs/graph-api/overview,
 * https://developers.facebook.com/docs/graph-api/results, https://developers.facebook.com/docs/graph-api/guides/secure-requests
 */
export const generalParameters = [
  ...['fields', 'access_token', 'appsecret_proof', 'locale', 'metadata', 'pretty', 'date_format'].map((name) =>
    optional(name),
  ),
  ...['before', 'after'].map((name) => optional(name)),
  optional('limit', 'unsigned int'),
  optional('summary'),
];

export const exampleId = '17900000000000001';

/** What values look like that the descriptions call `Object`, or a text without its choices. */
export const examples: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  // https://developers.facebook.com/docs/instagram-platform/content-publishing
  IGContainer: { status_code: 'FINISHED' },
  InstagramInsightsResult: { total_value: { value: 1 } },
  InstagramInsightsValue: { value: 1 },
  InsightsValue: { value: 1 },
  ContentPublishingLimitResponse: { config: { quota_total: 50, quota_duration: 86_400 } },
};
