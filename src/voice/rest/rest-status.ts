import { callStatuses, type CallStatus } from '../calls/merge/call-status.js';
import type { CallFilter } from '../calls/reading/call-filter.js';

/** How far a call has got, as REST tells it: what has not ended is in progress. */
export const restStatuses = ['completed', 'in-progress', 'failed'] as const;
export type RestStatus = (typeof restStatuses)[number];

export function toRestStatus(status: CallStatus): RestStatus {
  if (status === 'COMPLETED') return 'completed';
  return status === 'FAILED' ? 'failed' : 'in-progress';
}

/** The calls that REST tells to have this status. */
export function withRestStatus(status: RestStatus | undefined): Pick<CallFilter, 'statuses'> {
  return status === undefined ? {} : { statuses: callStatuses.filter((known) => toRestStatus(known) === status) };
}
