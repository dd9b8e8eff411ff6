import type { RawReply } from '../../kernel/http/index.js';

/** The reply's body where it is a JSON object, else an empty one. For reading the fault bodies of vendors. */
export function jsonObject({ text }: Pick<RawReply, 'text'>): Readonly<Record<string, unknown>> {
  try {
    return objectOf(JSON.parse(text));
  } catch {
    return {};
  }
}

/** The value where it is an object, else an empty one. */
export function objectOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

export function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}
