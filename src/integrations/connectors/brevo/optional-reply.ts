import type { z } from 'zod';
import { jsonReply, type ReplyReader } from '../../../kernel/http/index.js';

/** For what Brevo answers with a body or, by 204, with none. */
export function optionalReply<S extends z.ZodType>(schema: S): ReplyReader<z.output<S> | null> {
  const { accept, read } = jsonReply(schema);
  return { accept, read: (bytes) => (bytes.length === 0 ? null : read(bytes)) };
}
