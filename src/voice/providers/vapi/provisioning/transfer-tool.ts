import { phonePhrases } from '../../../assistants/catalogue/phone-phrases.js';
import type { AssistantTool } from '../../../assistants/voice-assistant.entity.js';
import { handOverPlan } from '../hand-over-plan.js';
import { toolMessages, type VapiToolMessage } from './tool-messages.js';

/** Vapi’s own tool that puts callers through: https://docs.vapi.ai/call-forwarding */
export interface TransferToolBody {
  type: 'transferCall';
  destinations: {
    type: 'number';
    number: string;
    message: string;
    description: string;
    transferPlan: ReturnType<typeof handOverPlan>;
  }[];
  messages: VapiToolMessage[];
}

/** Our function only notes that a person is wanted; Vapi’s tool calls that person. */
const transferring: ReadonlySet<string> = new Set(['transfer_to_human', 'transferCall']);

/**
 * The tools as Vapi offers them: whoever has a number to transfer to gets Vapi’s tool for it, whichever of the two the owner
 * has chosen, and not both. Without a number ours stays, which offers to take a message.
 */
export function offeredTools(tools: readonly AssistantTool[], transferNumber: string | null): AssistantTool[] {
  if (transferNumber === null) return [...tools];
  const chosen = tools.find(({ key }) => transferring.has(key));
  return tools.filter((tool) => tool === chosen || !transferring.has(tool.key));
}

/** Null for a tool that is another one, or has nobody to put the caller through to. */
export function transferTool(
  tool: AssistantTool,
  { language, transferNumber }: { language: string; transferNumber: string | null },
): TransferToolBody | null {
  if (transferNumber === null || !transferring.has(tool.key)) return null;
  const message = tool.sayOnStart ?? phonePhrases(language).transfer;
  return {
    type: 'transferCall',
    destinations: [
      {
        type: 'number',
        number: transferNumber,
        message,
        description: 'A person of the business: for callers who ask for one, complain, or need what you cannot do.',
        transferPlan: handOverPlan(language),
      },
    ],
    // The destination’s own message is the one that is heard.
    messages: toolMessages({ ...tool, key: 'transferCall', kind: 'VAPI_NATIVE', sayOnStart: null }, language),
  };
}
