import { z } from 'zod';
import type { ToolRequest } from '../caller/moment.js';

const item = z.object({ toolCallId: z.string(), result: z.string().optional(), error: z.string().optional() });
const today = z.object({ results: z.array(item) });
const legacy = z.object({ result: z.string() });

/** What Vapi tells the model when it does not find an answer in the reply. */
const noResult = 'No result returned.';

/** The answer to a tool call, read as strictly as Vapi reads it: by the very id, one line of text. */
export function readToolAnswer(request: ToolRequest, reply: unknown): string {
  const old = legacy.safeParse(reply);
  if (old.success) return oneLine(old.data.result);
  const results = today.safeParse(reply).data?.results ?? [];
  const found = results.find(({ toolCallId }) => toolCallId === request.id);
  return oneLine(found?.result ?? found?.error ?? noResult);
}

function oneLine(text: string): string {
  return /[\r\n]/.test(text) ? noResult : text;
}
