import type { VoiceAssistant } from '../assistants/voice-assistant.entity.js';
import type { LineRoute } from './phone-line.js';

type Answering = Pick<VoiceAssistant, 'route' | 'active' | 'vapiAssistantId' | 'deletedAt'>;

/** Where a line is to lead. `WAITING`: as it does now, until its assistant is at Vapi. */
export type LineTarget = { to: 'NOWHERE' } | { to: 'WAITING' } | { to: 'TWILIO' } | { to: 'VAPI'; assistantId: string };

/** This server tells callers of an inactive assistant so by itself; at Vapi nobody may be assigned for that. */
export function targetOf(assistant: Answering | null): LineTarget {
  if (assistant?.deletedAt !== null) return { to: 'NOWHERE' };
  if (assistant.route === ('TWILIO' satisfies LineRoute)) return { to: 'TWILIO' };
  if (!assistant.active) return { to: 'NOWHERE' };
  const { vapiAssistantId } = assistant;
  return vapiAssistantId === null ? { to: 'WAITING' } : { to: 'VAPI', assistantId: vapiAssistantId };
}
