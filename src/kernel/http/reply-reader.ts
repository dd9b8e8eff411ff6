import type { z } from 'zod';

/** How the bytes of a 2xx reply become a value. */
export interface ReplyReader<T> {
  /** What to ask for in `Accept`. */
  accept: string;
  /** @throws ReplyFault when the bytes are not what they should be. */
  read(bytes: Buffer): T;
}

/** What is wrong with a reply, in words that hold nothing of the reply itself. */
export class ReplyFault extends Error {}

/** A JSON reply, checked by a schema that names only what the caller reads. */
export function jsonReply<S extends z.ZodType>(schema: S): ReplyReader<z.output<S>> {
  return {
    accept: 'application/json',
    read: (bytes) => {
      const parsed = schema.safeParse(parseJson(bytes));
      if (parsed.success) return parsed.data;
      const places = parsed.error.issues.map((issue) => `${issue.path.join('.') || '(root)'}: ${issue.code}`);
      throw new ReplyFault(places.slice(0, 10).join(', '));
    },
  };
}

export const textReply: ReplyReader<string> = { accept: 'text/*, */*;q=0.5', read: (bytes) => bytes.toString('utf8') };
export const bytesReply: ReplyReader<Buffer> = { accept: '*/*', read: (bytes) => bytes };
/** For replies whose body means nothing, such as 204. */
export const noReply: ReplyReader<void> = { accept: '*/*', read: () => undefined };

function parseJson(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    // The parser's own message quotes the text.
    throw new ReplyFault(`not JSON (${bytes.length} bytes)`);
  }
}
