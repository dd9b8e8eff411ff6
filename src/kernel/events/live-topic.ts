import type { z } from 'zod';

/** Something of a workspace that somebody may be watching: calls, transcripts. */
export interface LiveTopic<T = unknown> {
  readonly name: string;
  readonly ids: z.ZodType<T, T>;
}

/** That something changed, by its ids. What it looks like now is read from the database by whoever delivers it. */
export interface LiveEvent {
  readonly topic: string;
  readonly workspaceId: string;
  readonly ids: unknown;
}

const names = new Set<string>();

/**
 * Declares what can be subscribed to.
 *
 * @param ids Ids and small numbers only: thousands of them travel in one message.
 * @example
 * export const callChanged = defineTopic('voice.call', z.object({ callId: z.uuid() }));
 */
export function defineTopic<T>(name: string, ids: z.ZodType<T, T>): LiveTopic<T> {
  if (names.has(name)) throw new Error(`The topic "${name}" is declared twice.`);
  names.add(name);
  return { name, ids };
}

export function liveEvent<T>(topic: LiveTopic<T>, workspaceId: string, ids: T): LiveEvent {
  return { topic: topic.name, workspaceId, ids };
}
