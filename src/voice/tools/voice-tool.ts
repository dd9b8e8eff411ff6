import { Injectable, SetMetadata, applyDecorators } from '@nestjs/common';
import type { z } from 'zod';
import type { RequestContext } from '../../kernel/context/index.js';
import type { LocalizedText } from '../../kernel/errors/index.js';
import type { CallFacts } from '../calls/merge/call-facts.js';
import type { CallAssistant } from './call-assistants.js';

/** A tool as it is declared, once: for the model, for the owner who chooses it, and for the code that runs it. */
export interface VoiceToolDefinition<Input = unknown> {
  /** What the model calls it: letters, digits, `_` and `-`, at most 64; stable. */
  name: string;
  /** For people who choose tools. */
  label: LocalizedText;
  /** For the model: when to use it, and what for. 200 to 800 characters work best. */
  description: string;
  /** An object: validates the arguments, and is the JSON schema that the model sees. */
  input: z.ZodType<Input>;
}

/** One request of a model to use a tool, in a call that is going on. */
export interface ToolInvocation {
  /** Vapi's id of the call. */
  callKey: string;
  /** Unique in its call: what makes a repeated request the same one. */
  toolCallId: string;
  /** When it was asked for, in milliseconds since 1970. */
  at: number;
  /** Null when nobody has declared the assistant here. */
  assistant: CallAssistant | null;
  /** E.164; null for callers who show none. */
  callerNumber: string | null;
  /** IANA; the workspace's, in which dates are spoken and understood. */
  timeZone: string;
  /** What the request itself says about the call, for `CallRecorder.record`, which also makes the call's row. */
  facts: CallFacts;
  /** Aborted when the caller has waited long enough; whatever the tool does after that is rolled back. */
  signal: AbortSignal;
}

/** A request of which everything outside the database is done. */
export interface ActedInvocation<Outcome> extends ToolInvocation {
  /** What came of `act`. */
  outcome: Outcome;
}

/**
 * A tool that an assistant can use while the caller waits.
 *
 * What reaches outside the database is done by `act`, before any transaction, so that a slow vendor holds no connection;
 * it may run again after a crash, at worst twice at once, and must be idempotent by itself. `run` is called inside a unit
 * of work: what it writes is committed together with its result, or not at all, so that it happens once however often the
 * request comes. A call's row, once written, is locked until the tool has ended, and the call's events wait for it.
 *
 * @example
 * @VoiceTool({ name: 'opening_hours', label: { en: 'Opening hours', fr: 'Horaires' }, description: '…', input: z.object({}) })
 * export class OpeningHoursTool implements VoiceToolContract<Record<string, never>> {
 *   run(ctx: RequestContext) { return Promise.resolve(ctx.locale === 'fr' ? 'Ouvert de 9 h à 18 h.' : 'Open from 9 to 6.'); }
 * }
 */
export interface VoiceToolContract<Input, Outcome = undefined> {
  /** @returns what came of it, for `run`. */
  act?(ctx: RequestContext, input: Input, invocation: ToolInvocation): Promise<Outcome>;
  /** @returns what the assistant says or uses, in `ctx.locale`; line breaks are taken out. */
  run(ctx: RequestContext, input: Input, invocation: ActedInvocation<Outcome>): Promise<string>;
}

export const voiceToolKey = 'voice-tool';

/** Marks the class of a tool that assistants can use; see `VoiceToolContract`. */
export function VoiceTool<Input>(definition: VoiceToolDefinition<Input>): ClassDecorator {
  return applyDecorators(Injectable(), SetMetadata(voiceToolKey, definition));
}
