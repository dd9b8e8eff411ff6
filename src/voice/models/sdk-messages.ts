import type { AssistantModelMessage, ModelMessage as SdkMessage } from 'ai';
import type { ModelMessage } from './language-model.js';

/** Some providers want the caller's side first: the ringing of the phone stands for it. */
const ringing: SdkMessage = { role: 'user', content: '(The phone rings.)' };

/** A conversation in the words of the SDK. */
export function toSdkMessages(messages: readonly ModelMessage[]): SdkMessage[] {
  const told = messages.map(toSdkMessage);
  return told[0]?.role === 'user' ? told : [ringing, ...told];
}

function toSdkMessage(message: ModelMessage): SdkMessage {
  if (message.role === 'caller') return { role: 'user', content: message.text };
  if (message.role === 'assistant') return { role: 'assistant', content: assistantParts(message) };
  return {
    role: 'tool',
    content: message.results.map(({ id, name, text }) => ({
      type: 'tool-result',
      toolCallId: id,
      toolName: name,
      output: { type: 'text', value: text },
    })),
  };
}

function assistantParts({
  text,
  calls = [],
}: Extract<ModelMessage, { role: 'assistant' }>): AssistantModelMessage['content'] {
  const asked = calls.map((call) => ({
    type: 'tool-call' as const,
    toolCallId: call.id,
    toolName: call.name,
    input: call.arguments ?? {},
  }));
  return [...(text === '' ? [] : [{ type: 'text' as const, text }]), ...asked];
}
