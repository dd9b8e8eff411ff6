import { InvalidInput } from '../../kernel/errors/index.js';

/** Deeper than any platform sends; redaction and merging walk a body recursively. */
const deepestNesting = 64;

const openBrace = 0x7b;
const openBracket = 0x5b;
const closeBrace = 0x7d;
const closeBracket = 0x5d;
const quote = 0x22;
const backslash = 0x5c;

export class BodyNotJson extends InvalidInput {
  constructor() {
    super('WEBHOOKS.BODY_NOT_JSON', {
      en: 'Send one JSON object, nested no deeper than 64 levels.',
      fr: 'Envoyez un objet JSON, imbriqué sur 64 niveaux au plus.',
    });
  }
}

/**
 * Parses the verified bytes of a webhook.
 *
 * @throws BodyNotJson unless they are one JSON object of sane depth.
 */
export function parseJsonBody(raw: Buffer): Record<string, unknown> {
  let body: unknown;
  try {
    if (isShallow(raw)) body = JSON.parse(raw.toString('utf8'));
  } catch {
    throw new BodyNotJson();
  }
  if (!isObject(body)) throw new BodyNotJson();
  return body;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** No depth exceeds the number of brackets, which is soon told; what has more of them is looked at byte by byte. */
function isShallow(raw: Buffer): boolean {
  return count(raw, openBrace) + count(raw, openBracket) <= deepestNesting || nesting(raw) <= deepestNesting;
}

/** How often a byte occurs; not counted any further once there are too many. */
function count(raw: Buffer, byte: number): number {
  let found = 0;
  for (let at = raw.indexOf(byte); at !== -1 && found <= deepestNesting; at = raw.indexOf(byte, at + 1)) found += 1;
  return found;
}

/** The deepest level of brackets outside strings. */
function nesting(raw: Buffer): number {
  let depth = 0;
  let deepest = 0;
  for (let index = 0; index < raw.length; index += 1) {
    const byte = raw[index];
    if (byte === quote) index = endOfString(raw, index);
    else if (byte === openBrace || byte === openBracket) deepest = Math.max(deepest, ++depth);
    else if (byte === closeBrace || byte === closeBracket) depth -= 1;
  }
  return deepest;
}

/** The index of the quote that ends the string which begins at `start`. */
function endOfString(raw: Buffer, start: number): number {
  let end = raw.indexOf(quote, start + 1);
  while (end !== -1 && isEscaped(raw, end)) end = raw.indexOf(quote, end + 1);
  return end === -1 ? raw.length : end;
}

function isEscaped(raw: Buffer, index: number): boolean {
  let slashes = 0;
  while (raw[index - 1 - slashes] === backslash) slashes += 1;
  return slashes % 2 === 1;
}
