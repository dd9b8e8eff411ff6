import { backoffPlan } from './backoff-plan.js';
import type { CallFacts } from './call-facts.js';
import type { PhoneLine } from './phone-line.js';

/** The body of a webhook as Vapi posts it. */
export interface ServerMessageBody {
  message: { type: string; timestamp: number | string; call: { id: string } } & Record<string, unknown>;
}

/** What every message carries besides its own members. */
export function envelope(facts: CallFacts, atMs: number) {
  return {
    timestamp: facts.createdAtMs + atMs,
    call: callAsCreated(facts),
    phoneNumber: facts.line.stored?.phoneNumber ?? phoneNumber(facts.line),
    customer: customer(facts),
    assistant: facts.line.stored?.assistant ?? assistant(facts.line),
  };
}

/** Not the call as it is now: status, cost and times stay as they were when it was created, even in the report. */
function callAsCreated(facts: CallFacts) {
  const { scenario, line, callId: id, callSid: phoneCallProviderId } = facts;
  const createdAt = new Date(facts.createdAtMs).toISOString();
  const isInbound = scenario.direction === 'inbound';
  return {
    id,
    orgId: line.orgId,
    createdAt,
    updatedAt: createdAt,
    type: isInbound ? 'inboundPhoneCall' : 'outboundPhoneCall',
    status: isInbound ? 'ringing' : 'queued',
    cost: 0,
    phoneCallProvider: line.stored?.phoneNumber.provider === 'vapi' ? 'vapi' : 'twilio',
    phoneCallProviderId,
    phoneCallTransport: 'pstn',
    phoneNumberId: line.phoneNumberId,
    // One that is on no record has no id.
    assistantId: line.assistant.id || undefined,
    customer: customer(facts),
    monitor: line.stored?.monitor ?? {
      listenUrl: `wss://sandbox.example/${id}/listen`,
      controlUrl: `https://sandbox.example/${id}/control`,
    },
  };
}

function customer({ scenario: { caller, direction } }: CallFacts) {
  // Of who calls in, only the number is known.
  return direction === 'inbound' ? { number: caller.number } : { number: caller.number, name: caller.name };
}

function phoneNumber(line: PhoneLine) {
  return {
    id: line.phoneNumberId,
    orgId: line.orgId,
    provider: 'twilio',
    number: line.number,
    twilioAccountSid: line.twilioAccountSid,
    twilioAuthToken: line.twilioAuthToken,
    assistantId: line.assistant.id,
    status: 'active',
    createdAt: line.importedAt,
    updatedAt: line.importedAt,
  };
}

function assistant({ assistant: known, serverUrl }: PhoneLine) {
  const language = known.language.slice(0, 2);
  return {
    name: known.name,
    firstMessage: known.firstMessage,
    model: { provider: 'openai', model: known.model, messages: [{ role: 'system', content: known.prompt }] },
    voice: { provider: '11labs', voiceId: known.voiceId, model: 'eleven_turbo_v2_5' },
    transcriber: { provider: 'deepgram', model: 'nova-3', language },
    server: { url: serverUrl, timeoutSeconds: 20, backoffPlan },
    metadata: known.metadata,
  };
}
