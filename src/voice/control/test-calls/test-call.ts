import type { VoiceAssistant } from '../../assistants/voice-assistant.entity.js';
import { callFacts, joinFacts, rank, type CallFacts } from '../../calls/merge/call-facts.js';
import { earliest, highest } from '../../calls/merge/evidence.js';
import type { LiveCall, VapiCallBody } from '../../providers/vapi/provisioning/live-call.js';
import { readVapiCall } from '../../providers/vapi/reconcile/read-vapi-call.js';
import { assertDialled } from '../dialled-number.js';
import { AssistantCannotCall, NumberIsOwn } from './test-call.errors.js';

export type CallingAssistant = Pick<
  VoiceAssistant,
  'active' | 'route' | 'syncState' | 'vapiAssistantId' | 'vapiPhoneNumberId' | 'phoneNumber'
>;

/** Names no person and no business: Vapi shows it to whoever shares the account. */
const name = 'Test call';

/**
 * What Vapi is asked for.
 *
 * @param number E.164.
 * @throws AssistantCannotCall, NumberIsOwn, NumberNotDialled
 */
export function testCall(assistant: CallingAssistant, number: string): VapiCallBody {
  const { active, route, syncState, vapiAssistantId, vapiPhoneNumberId } = assistant;
  if (!active) throw new AssistantCannotCall('ASSISTANT_NOT_ACTIVE');
  if (route !== 'VAPI') throw new AssistantCannotCall('ASSISTANT_WITHOUT_VAPI');
  if (vapiAssistantId === null || syncState !== 'SYNCED')
    throw new AssistantCannotCall('ASSISTANT_NOT_SYNCED', syncState);
  if (vapiPhoneNumberId === null) throw new AssistantCannotCall('ASSISTANT_WITHOUT_LINE');
  if (number === assistant.phoneNumber) throw new NumberIsOwn();
  assertDialled(number, 'number');
  return { name, assistantId: vapiAssistantId, phoneNumberId: vapiPhoneNumberId, customer: { number } };
}

/** Whatever Vapi tells of the call counts for more. */
const ordered = rank.snapshot - 0.5;

/** What is known of a call that was just placed: what was ordered, and what Vapi has answered. */
export function placedFacts(
  call: LiveCall,
  { body, line }: { body: VapiCallBody; line: string | null },
  at: Date,
): CallFacts {
  const said = (value: string) => earliest(ordered, at.getTime(), value);
  const own = callFacts(call.id, {
    registers: {
      began: earliest(ordered, at.getTime(), at.getTime()),
      progress: highest(0, 'QUEUED'),
      direction: said('OUTBOUND'),
      assistant: said(body.assistantId),
      phoneNumberId: said(body.phoneNumberId),
      customer: said(body.customer.number),
      line: line === null ? undefined : said(line),
    },
  });
  const told = readVapiCall(call.fields, at);
  return told ? joinFacts(own, told.facts) : own;
}
