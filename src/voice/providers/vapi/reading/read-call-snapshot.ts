import { rank, type Registers } from '../../../calls/merge/call-facts.js';
import type { CallDirection } from '../../../calls/merge/call-status.js';
import { earliest, highest } from '../../../calls/merge/evidence.js';
import type { CallKeys } from '../../../calls/merge/project-call.js';
import type { Fields } from './fields.js';
import { indexable, type VapiMessage } from './vapi-message.js';

const directions: Readonly<Record<string, CallDirection>> = {
  inboundPhoneCall: 'INBOUND',
  outboundPhoneCall: 'OUTBOUND',
  webCall: 'WEB',
  'vapi.websocketCall': 'WEB',
};

/**
 * What every message repeats about its call, as it was when the call was made. The earliest telling stands, so that
 * repeating it changes nothing. Money, times and status are not read here: in `message.call` they are never brought up to date.
 */
export function readCallSnapshot(told: VapiMessage): Registers {
  const { message, call, at } = told;
  const keys = ownerKeys(told);
  const said = (value: string | undefined) => (value === undefined ? undefined : earliest(rank.snapshot, at, value));
  const type = call.text('type', 40) ?? '';
  const created = call.time('createdAt');
  return {
    began: created === undefined ? earliest(rank.snapshot, at, at) : earliest(rank.event, created, created),
    direction: said(Object.hasOwn(directions, type) ? directions[type] : undefined),
    assistant: said(keys.vapiAssistantId ?? undefined),
    phoneNumberId: said(keys.vapiPhoneNumberId ?? undefined),
    customer: said(identity([message.at('customer'), call.at('customer')])),
    customerName: said(message.at('customer').text('name', 120) ?? call.at('customer').text('name', 120)),
    line: said(identity([message.at('phoneNumber'), call.at('phoneNumber')])),
    twilioSid: said(twilioSid(call)),
    sandbox: isSandbox(message, call) ? highest(rank.snapshot, true) : undefined,
  };
}

/** By what the owner of a message is found. */
export function ownerKeys({ message, call }: VapiMessage): Pick<CallKeys, 'vapiAssistantId' | 'vapiPhoneNumberId'> {
  return {
    vapiAssistantId: indexable(call.text('assistantId') ?? message.at('assistant').text('id')) ?? null,
    vapiPhoneNumberId: indexable(call.text('phoneNumberId') ?? message.at('phoneNumber').text('id')) ?? null,
  };
}

function identity(parties: readonly Fields[]): string | undefined {
  for (const party of parties) {
    const told = party.text('number', 200) ?? party.text('sipUri', 200) ?? party.text('twilioPhoneNumber', 200);
    if (told !== undefined) return told;
  }
  return undefined;
}

function twilioSid(call: Fields): string | undefined {
  const id = call.text('phoneCallProviderId', 200);
  return call.text('phoneCallProvider') === 'twilio' || id?.startsWith('CA') === true ? id : undefined;
}

/** Our own sandbox marks what it plays; whoever else writes this is believed only where a sandbox runs. */
function isSandbox(message: Fields, call: Fields): boolean {
  const marked = [call, message.at('assistant'), call.at('assistant')];
  return marked.some((fields) => fields.at('metadata').flag('sandbox'));
}
