import { isJson, type Json, membersOf } from './schemas/api-document.js';

/**
 * Gives TikTok's answers the members that its field tables list: the schemas themselves leave `data` empty. The tables have
 * names only, so a value may be anything; what it is made up as goes by its name.
 */
export function describeTikTokReplies(content: Json): void {
  for (const [key, fields] of membersOf(content['x-response-fields'])) {
    const [method = '', path = ''] = key.split(' ');
    const envelope = envelopeOf(content, path, method);
    if (!envelope) continue;
    // 0 is success, and anything else is not, whatever the status.
    envelope.code = { type: 'integer', example: 0 };
    envelope.message = { type: 'string', example: 'OK' };
    envelope.data = objectOf(fields);
  }
}

function envelopeOf({ paths }: Json, path: string, method: string): Json | null {
  const found = [
    path,
    method,
    'responses',
    '200',
    'content',
    'application/json',
    'schema',
    'properties',
  ].reduce<unknown>((node, name) => (isJson(node) ? node[name] : undefined), paths);
  return isJson(found) ? found : null;
}

/** `list[][]: [fields]` is a list of objects; `geo[]: [fields]` is one object, or a list of them. */
function objectOf(fields: Json): Json {
  const members = Object.entries(fields).map(([key, value]): [string, Json] => {
    const name = key.replaceAll('[]', '');
    const [item] = Array.isArray(value) ? (value as unknown[]) : [];
    if (isJson(item)) return [name, key.endsWith('[][]') ? listOf(item) : { anyOf: [objectOf(item), listOf(item)] }];
    return [name, isJson(value) ? objectOf(value) : guessed(name)];
  });
  return { type: 'object', properties: Object.fromEntries(members) };
}

function listOf(fields: Json): Json {
  return { type: 'array', items: objectOf(fields) };
}

const guesses: readonly [pattern: RegExp, example: unknown][] = [
  [/^page_info$/, { page: 1, page_size: 10, total_number: 1, total_page: 1 }],
  [/^(audience_insights|benchmark_audience|extra|total_metrics)$/, {}],
  [/list$|_ids$|_audiences$|^(age_groups|languages|network_types|operating_systems|device_price_ranges)$/, []],
  [/^(is|can|support|hit)_/, true],
  [/^(page|page_size|total_.*|posts|views|likes|replies|.*_lifetime|.*_daily|rank_.*)$/, 1],
];

function guessed(name: string): Json {
  return { example: guesses.find(([pattern]) => pattern.test(name))?.[1] ?? 'text' };
}
