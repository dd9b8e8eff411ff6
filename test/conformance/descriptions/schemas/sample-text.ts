import fc from 'fast-check';
import type { Json } from './api-document.js';
import { usablePattern } from './schema-translation.js';

const byFormat: Readonly<Record<string, string>> = {
  'date-time': '2026-01-15T09:30:00Z',
  datetime: '2026-01-15T09:30:00Z',
  'google-datetime': '2026-01-15T09:30:00Z',
  'date-time-rfc-2822': 'Thu, 15 Jan 2026 09:30:00 +0000',
  date: '2026-01-15',
  time: '09:30:00Z',
  duration: 'PT30M',
  uuid: '5f2b8c1e-7d3a-4b9c-8e21-0a6f4d9b3c57',
  email: 'someone@example.com',
  uri: 'https://example.com/page',
  url: 'https://example.com/page',
  'uri-reference': '/page',
  hostname: 'example.com',
  ipv4: '192.0.2.1',
  ipv6: '2001:db8::1',
  byte: 'dGV4dA==',
  int32: '1',
  int64: '1',
  uint32: '1',
  uint64: '1',
  'phone-number': '+15005550006',
};

/** A text of a schema's format, pattern and length. */
export function textOf({ format, pattern, minLength, maxLength }: Json): string {
  const least = typeof minLength === 'number' ? minLength : 0;
  const most = typeof maxLength === 'number' ? maxLength : Infinity;
  const fits = (text: string) => text.length >= least && text.length <= most;
  const usable = typeof pattern === 'string' ? usablePattern(pattern) : null;
  const matching = usable === null ? undefined : ofPattern(usable, fits);
  if (matching !== undefined) return matching;
  const text = byFormat[String(format)] ?? 'text';
  return fits(text) ? text : text.padEnd(least, 'x').slice(0, most);
}

function ofPattern(pattern: string, fits: (text: string) => boolean): string | undefined {
  try {
    const texts = fc.sample(fc.stringMatching(new RegExp(pattern, 'u')), { seed: 1, numRuns: 50 });
    return texts.find(fits);
  } catch (error) {
    // Look-arounds, for one, cannot be made up.
    if (error instanceof Error) return undefined;
    throw error;
  }
}
