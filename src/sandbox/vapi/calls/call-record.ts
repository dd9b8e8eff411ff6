import type { ServerMessageBody } from '../../caller/envelope.js';
import type { Members } from '../http/vapi-request.js';
import type { VapiStore } from '../vapi-store.js';

const reported = [
  'startedAt',
  'endedAt',
  'endedReason',
  'cost',
  'costs',
  'costBreakdown',
  'analysis',
  'artifact',
  'destination',
];

/** Brings the record of a call up to what has just happened in it. */
export function recordMessage(store: VapiStore, { message }: ServerMessageBody): void {
  const changes = message.type === 'status-update' ? ofStatus(message) : ofReport(message);
  if (changes) store.change('call', message.call.id, changes);
}

function ofStatus({ status, endedReason, destination, timestamp }: ServerMessageBody['message']): Members {
  const at = new Date(timestamp).toISOString();
  return {
    status,
    ...(status === 'in-progress' && { startedAt: at }),
    ...(status === 'forwarding' && { destination }),
    ...(status === 'ended' && { endedAt: at, endedReason }),
  };
}

function ofReport(message: ServerMessageBody['message']): Members | null {
  if (message.type !== 'end-of-call-report') return null;
  const members = Object.entries(message).filter(([name]) => reported.includes(name));
  return { ...Object.fromEntries(members), status: 'ended' };
}
