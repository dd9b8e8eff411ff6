import type { CallFacts } from '../../../calls/merge/call-facts.js';
import { Fields } from '../reading/fields.js';
import { readVapiEvent } from '../reading/read-vapi-event.js';

/**
 * What Vapi's own record of a call says, read as the server message that it would have sent: a report when the call has
 * ended, else its status. Null for what is no call.
 */
export function readVapiCall(call: unknown, askedAt: Date): CallFacts | null {
  const fields = Fields.of(call);
  if (fields.text('id') === undefined) return null;
  const status = fields.text('status');
  const told = {
    call,
    assistant: fields.raw('assistant'),
    phoneNumber: fields.raw('phoneNumber'),
    customer: fields.raw('customer'),
  };
  const timestamp = fields.raw('updatedAt');
  const message =
    status === 'ended'
      ? { ...(call as object), ...told, timestamp, type: 'end-of-call-report' }
      : { ...told, timestamp, type: 'status-update', status };
  return readVapiEvent({ message }, askedAt);
}
