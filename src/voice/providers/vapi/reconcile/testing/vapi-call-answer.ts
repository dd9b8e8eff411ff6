import type { VapiBody } from '../../testing/call-script.js';

export type VapiCallAnswer = Record<string, unknown> & { id: string };

/** Of a report, what Vapi's API does not have on the call itself. */
const onlyInMessages = new Set(['type', 'timestamp', 'call', 'assistant', 'phoneNumber', 'durationSeconds']);

/** A call as Vapi's API has it once it is over: what its report says, on the call itself. */
export function endedCall({ message }: VapiBody, more: Record<string, unknown> = {}): VapiCallAnswer {
  const { call, timestamp } = message as { call: { id: string; cost: number }; timestamp: number };
  const { cost: _whenItWasMade, ...made } = call;
  const own = Object.entries(message).filter(([member]) => !onlyInMessages.has(member));
  const updatedAt = new Date(timestamp + 5_000).toISOString();
  const answer = { ...made, ...Object.fromEntries(own), status: 'ended', updatedAt, ...more };
  return JSON.parse(JSON.stringify(answer)) as VapiCallAnswer;
}

/** The same call while it runs: nothing is known of its end. */
export function runningCall({ message }: VapiBody, more: Record<string, unknown> = {}): VapiCallAnswer {
  const { startedAt } = message;
  const answer = { ...(message.call as { id: string }), status: 'in-progress', startedAt, ...more };
  return JSON.parse(JSON.stringify(answer)) as VapiCallAnswer;
}

export function reportOf(bodies: readonly VapiBody[] | undefined): VapiBody {
  const report = bodies?.findLast(({ message }) => message.type === 'end-of-call-report');
  if (!report) throw new Error('This script has no report.');
  return report;
}
