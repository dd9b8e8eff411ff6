import { z } from 'zod';
import { defineEvent, defineTopic } from '../../kernel/events/index.js';

const callEndedFacts = z.object({
  callId: z.uuid(),
  /** Vapi's id of the call, by which its tool calls are kept. */
  callKey: z.string(),
});
export type CallEnded = z.infer<typeof callEndedFacts>;

/** A call is over; its report may still be to come. */
export const callEnded = defineEvent('voice.call-ended', callEndedFacts);

/** Something in a call's row has changed. */
export const callChanged = defineTopic('voice.call', z.object({ callId: z.uuid(), assistantId: z.uuid().nullable() }));

/** Somebody has said something in a call. */
export const transcriptChanged = defineTopic('voice.transcript', z.object({ callId: z.uuid() }));
