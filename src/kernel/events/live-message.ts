import { z } from 'zod';
import type { LiveEvent } from './live-topic.js';

/** PostgreSQL refuses a notification of 8,000 bytes and more. */
const largestMessageBytes = 7_900;

const entrySchema = z.tuple([z.string(), z.string(), z.unknown()]);
const messageSchema = z.union([z.object({ events: z.array(entrySchema) }), z.object({ resync: z.literal(true) })]);

export type LiveMessage = { events: LiveEvent[] } | { resync: true };

export const resyncMessage = JSON.stringify({ resync: true });

/** As few messages as will hold the events, each told once. An event that no message can hold becomes a resync of all. */
export function toMessages(events: readonly LiveEvent[]): string[] {
  const entries = new Set(events.map(({ topic, workspaceId, ids }) => JSON.stringify([topic, workspaceId, ids])));
  const messages: string[] = [];
  let batch: string[] = [];
  let bytes = 0;
  for (const entry of entries) {
    const size = Buffer.byteLength(entry) + 1;
    if (size > largestMessageBytes - 20) return [resyncMessage];
    if (bytes + size > largestMessageBytes - 20) {
      messages.push(wrap(batch));
      batch = [];
      bytes = 0;
    }
    batch.push(entry);
    bytes += size;
  }
  if (batch.length > 0) messages.push(wrap(batch));
  return messages;
}

/** @returns null for what this release does not understand. */
export function readMessage(text: string): LiveMessage | null {
  const parsed = messageSchema.safeParse(parseJson(text));
  if (!parsed.success) return null;
  if ('resync' in parsed.data) return { resync: true };
  return { events: parsed.data.events.map(([topic, workspaceId, ids]) => ({ topic, workspaceId, ids })) };
}

function wrap(entries: readonly string[]): string {
  return `{"events":[${entries.join(',')}]}`;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
