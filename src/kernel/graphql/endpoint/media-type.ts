/** https://graphql.github.io/graphql-over-http/draft/#sec-Media-Types */
export const mediaTypes = {
  json: 'application/json; charset=utf-8',
  response: 'application/graphql-response+json; charset=utf-8',
} as const;

export type MediaType = (typeof mediaTypes)[keyof typeof mediaTypes];

interface Preference {
  quality: number;
  /** How exactly the type is named: itself, its family, anything. */
  exactness: number;
  position: number;
}

/** The type of the answer that an `Accept` header asks for; null when it accepts neither. */
export function answerType(accept: string | undefined): MediaType | null {
  if (accept === undefined || accept === '' || accept === '*/*' || accept === 'application/json')
    return mediaTypes.json;
  const json = preference(accept, 'application/json');
  const response = preference(accept, 'application/graphql-response+json');
  if (!response) return json ? mediaTypes.json : null;
  return json && !isPreferred(response, json) ? mediaTypes.json : mediaTypes.response;
}

function isPreferred(a: Preference, b: Preference): boolean {
  if (a.quality !== b.quality) return a.quality > b.quality;
  return a.exactness !== b.exactness ? a.exactness > b.exactness : a.position < b.position;
}

/** The most exact range of the header decides about a type. */
function preference(accept: string, type: string): Preference | undefined {
  let best: Preference | undefined;
  for (const [position, range] of accept.toLowerCase().split(',').entries()) {
    const [name = '', ...parameters] = range.split(';').map((part) => part.trim());
    const exactness = [`*/*`, 'application/*', type].indexOf(name);
    if (exactness === -1 || (best && best.exactness >= exactness)) continue;
    const quality = Number(parameters.find((parameter) => parameter.startsWith('q='))?.slice(2) ?? 1);
    best = { quality: Number.isNaN(quality) ? 1 : quality, exactness, position };
  }
  return best && best.quality > 0 ? best : undefined;
}
