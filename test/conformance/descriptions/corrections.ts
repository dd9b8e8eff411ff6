import { isJson, type Json, listOf, membersOf, textsOf } from './schemas/api-document.js';
import { describeTikTokReplies } from './tiktok-replies.js';

/** What files of descriptions get wrong or leave out, by the vendors' own guides. */
const corrections: Readonly<Record<string, (content: Json) => void>> = {
  'calcom-v2.json': servedAt('https://api.cal.com'),
  'freshdesk.yaml': completeFreshdesk,
  'google-search-console.json': alsoAsInGuide,
  'linkedin.business-development.yaml': readsRestli,
  'linkedin.community-management.yaml': servedUnderRest,
  'linkedin.content.yaml': servedUnderRest,
  // https://mailchimp.com/developer/marketing/guides/access-user-data-oauth-2/
  'mailchimp.json': alsoBearer,
  'sendgrid.json': completeSendGrid,
  'tiktok.yaml': (content) => {
    tokenInHeader(content);
    describeTikTokReplies(content);
  },
  'zendesk.yaml': (content) => {
    servedAt('https://{subdomain}.zendesk.com')(content);
    // https://developer.zendesk.com/api-reference/introduction/security-and-auth/
    alsoBearer(content);
    completeZendesk(content);
  },
};

/** Corrects a description in place. */
export function correct(file: string, content: Json): void {
  corrections[file]?.(content);
}

function servedAt(...urls: string[]): (content: Json) => void {
  return (content) => {
    content.servers = urls.map((url) => ({ url }));
  };
}

/** The prefix that most paths lack: https://learn.microsoft.com/linkedin/marketing/versioning */
function servedUnderRest(content: Json): void {
  servedAt('https://api.linkedin.com/rest', 'https://api.linkedin.com/v2', 'https://api.linkedin.com')(content);
  readsRestli(content);
}

function readsRestli(content: Json): void {
  content['x-query'] = 'rest.li';
}

/** OAuth tokens beside what is described: wherever a credential is asked for, a bearer token does as well. */
function alsoBearer(content: Json): void {
  const { components, paths } = content;
  if (!isJson(components)) return;
  const schemes = isJson(components.securitySchemes) ? components.securitySchemes : {};
  components.securitySchemes = { ...schemes, bearer: { type: 'http', scheme: 'bearer' } };
  for (const node of [content, ...operationsOf(paths)])
    if (listOf(node.security).length > 0) node.security = [...listOf(node.security), { bearer: [] }];
}

/** Among the query's parameters in the description: https://business-api.tiktok.com/portal/docs?id=1738373164380162 */
function tokenInHeader({ paths }: Json): void {
  for (const parameter of operationsOf(paths).flatMap((operation) => listOf(operation.parameters)))
    if (parameter.name === 'Access-Token') parameter.in = 'header';
}

/**
 * The guide writes the values of enums in small letters or camel case, the discovery document in capitals:
 * https://developers.google.com/webmaster-tools/v1/searchanalytics/query
 */
function alsoAsInGuide({ schemas }: Json): void {
  if (!isJson(schemas)) return;
  for (const name of ['SearchAnalyticsQueryRequest', 'ApiDimensionFilter', 'ApiDimensionFilterGroup']) {
    const properties = membersOf(schemas[name]).find(([key]) => key === 'properties')?.[1];
    for (const [, property] of membersOf(properties))
      for (const node of [property, property.items]) {
        if (!isJson(node) || !Array.isArray(node.enum)) continue;
        const values = textsOf(node.enum);
        node.enum = [...new Set(values.flatMap((value) => [value, value.toLowerCase(), camelCase(value)]))];
      }
  }
}

function camelCase(text: string): string {
  return text.toLowerCase().replaceAll(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

function completeFreshdesk({ paths }: Json): void {
  // What is embedded may be several: https://developers.freshdesk.com/api/#embedding
  for (const parameter of operationsOf(paths).flatMap((operation) => listOf(operation.parameters)))
    if (parameter.name === 'include') parameter.description = 'A comma-separated list';
  // https://developers.freshdesk.com/api/#me
  const agent = memberAt({ paths }, ['paths', '/agents/{agent_id}', 'get']);
  if (isJson(paths) && agent) paths['/agents/me'] = { get: { ...agent, parameters: [] } };
}

function completeSendGrid(content: Json): void {
  // Ids of dynamic templates are no UUIDs: https://www.twilio.com/docs/sendgrid/ui/sending-email/how-to-send-an-email-with-dynamic-templates
  const parameters = memberAt(content, ['components', 'parameters']) ?? {};
  const inline = membersOf(content.paths).flatMap(([, item]) => [
    item,
    ...membersOf(item).map(([, operation]) => operation),
  ]);
  const all = [...membersOf(parameters).map(([, one]) => one), ...inline.flatMap((node) => listOf(node.parameters))];
  for (const { name, schema } of all) if (name === 'template_id' && isJson(schema)) delete schema.format;
  // https://www.twilio.com/docs/sendgrid/api-reference/single-sends/schedule-single-send
  const schedule = memberAt(content, [
    'paths',
    '/v3/marketing/singlesends/{id}/schedule',
    'put',
    'requestBody',
    'content',
  ]);
  const members = schedule && memberAt(schedule, ['application/json', 'schema', 'properties']);
  if (members) members.send_at = { anyOf: [{ const: 'now' }, members.send_at] };
}

function completeZendesk(content: Json): void {
  const text = { type: 'string' };
  const number = { type: 'integer' };
  const query = (members: Json) => Object.entries(members).map(([name, schema]) => ({ name, in: 'query', schema }));
  // https://developer.zendesk.com/api-reference/introduction/pagination/
  const paging = { page: number, per_page: number, 'page[size]': number, 'page[after]': text, 'page[before]': text };
  // https://developer.zendesk.com/documentation/ticketing/using-the-zendesk-api/side_loading/
  const general = query({ ...paging, include: text });
  for (const [, item] of membersOf(content.paths)) {
    if (isJson(item.get))
      item.get.parameters = [...general, ...listOf(item.parameters), ...listOf(item.get.parameters)];
  }
  // https://developer.zendesk.com/api-reference/ticketing/ticket-management/satisfaction_ratings/
  const ratings = memberAt(content, ['paths', '/api/v2/satisfaction_ratings', 'get']);
  if (ratings)
    ratings.parameters = [
      ...listOf(ratings.parameters),
      ...query({ score: text, start_time: number, end_time: number }),
    ];
  // Fields that the description has of tickets as they are answered, as they are to be sent:
  // https://developer.zendesk.com/api-reference/ticketing/tickets/tickets/#json-format
  const sent = memberAt(content, ['components', 'schemas', 'TicketUpdateInput', 'properties']);
  const answered = memberAt(content, ['components', 'schemas', 'TicketObject', 'properties']);
  const items = { type: 'object', required: ['id'], properties: { id: number, value: {} } };
  if (sent && answered) Object.assign(sent, { custom_fields: { type: 'array', items }, requester: answered.requester });
}

function memberAt(content: Json, path: readonly string[]): Json | null {
  const found = path.reduce<unknown>((node, name) => (isJson(node) ? node[name] : undefined), content);
  return isJson(found) ? found : null;
}

function operationsOf(paths: unknown): Json[] {
  return membersOf(paths).flatMap(([, item]) => membersOf(item).map(([, operation]) => operation));
}
