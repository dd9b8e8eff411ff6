import type { Delivery } from '../../player/webhook-sender.js';
import { isMembers, membersOf, textOf, type Members } from '../http/vapi-request.js';
import type { VapiStore } from '../vapi-store.js';

/** Who answers a call, or how it ends because nobody does. */
export type Answerer =
  | { readonly assistant: Members }
  | { readonly endedReason: string; readonly says?: string | undefined; readonly forwardTo?: string | undefined };

/** Reads what a server says to the question who answers. https://docs.vapi.ai/assistants/dynamic-assistants */
export function readAnswerer({ status, delivered, answer }: Delivery, store: VapiStore): Answerer {
  if (!delivered || status === undefined) return { endedReason: 'assistant-request-failed' };
  const reply = membersOf(answer);
  const says = textOf(reply.error);
  if (says !== undefined) return { endedReason: 'assistant-request-returned-error', says };
  const { number, sipUri } = membersOf(reply.destination);
  const forwardTo = textOf(number) ?? textOf(sipUri);
  if (forwardTo !== undefined) return { endedReason: 'assistant-request-returned-forwarding-phone-number', forwardTo };
  return namedAssistant(reply, store);
}

function namedAssistant({ assistantId, assistant, assistantOverrides }: Members, store: VapiStore): Answerer {
  const overrides = membersOf(assistantOverrides);
  if (isMembers(assistant)) return { assistant: { ...assistant, ...overrides } };
  if (typeof assistantId !== 'string') return { endedReason: 'assistant-request-returned-no-assistant' };
  const known = store.find('assistant', assistantId);
  if (!known) return { endedReason: 'assistant-request-returned-invalid-assistant' };
  return { assistant: { ...known, ...overrides } };
}
