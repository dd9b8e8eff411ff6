import { Injectable, SetMetadata, applyDecorators } from '@nestjs/common';
import type { RequestContext } from '../../kernel/context/index.js';

/** One use of a tool that Vapi ran by itself, as the call's history has told of it. */
export interface NativeToolUse {
  /** Ours. */
  callId: string;
  /** Vapi's id of the call. */
  callKey: string;
  /** Ours; null for an assistant that is not declared here. */
  assistantId: string | null;
  /** Who was on the telephone; null when nothing tells. */
  contactId: string | null;
  /** Unique in its call. */
  toolCallId: string;
  /** The tool's `type` at Vapi. */
  name: string;
  /** As the model gave them: nobody has validated them. */
  arguments: Record<string, unknown>;
  /** Text, often JSON. Null beside a null error when nothing tells how it ended. */
  result: string | null;
  error: string | null;
  /** When the model asked for it. */
  at: Date;
  /** Whether the call is one of the sandbox. */
  sandbox: boolean;
}

/**
 * Reacts to the uses of a tool that Vapi runs by itself. This server never sees the request, only the history, mostly in
 * the report after the call: nothing can be refused any more, and what becomes of it at the vendor later is not told.
 *
 * `record` is called in the unit of work that records the use, when the call's row exists: both are committed, or neither
 * is. It is called once for a use, and again only when more has come to be known of it, a result for instance; what it
 * is told last is what stands, so it must put that in the place of what it was told before. What it throws keeps the
 * report out of the record, so odd arguments are no reason to.
 *
 * @example
 * @NativeTool('google.calendar.event.create')
 * export class GoogleEventCreated implements NativeToolContract {
 *   async record(tx: RequestContext, { callId, toolCallId, result }: NativeToolUse) {
 *     if (result !== null) await this.appointments.put(tx, { callId, toolCallId, ...readEvent(result) });
 *   }
 * }
 */
export interface NativeToolContract {
  record(tx: RequestContext, use: NativeToolUse): Promise<void>;
}

export const nativeToolKey = 'native-tool';

/** Marks the class that reacts to the uses of one tool of Vapi's, by its `type` there; see `NativeToolContract`. */
export function NativeTool(type: string): ClassDecorator {
  return applyDecorators(Injectable(), SetMetadata(nativeToolKey, type));
}
