import { randomHex } from './ids.js';
import type { Trace } from './request-context.js';

const pattern = /^00-([0-9a-f]{32})-([0-9a-f]{16})-[0-9a-f]{2}$/;

export function newTrace(): Trace {
  const random = randomHex(24);
  return { traceId: random.slice(0, 32), spanId: random.slice(32) };
}

/** Continues the caller's trace where its `traceparent` header is well formed, else starts one. */
export function continueTrace(traceparent: string | undefined): Trace {
  const match = traceparent === undefined ? null : pattern.exec(traceparent);
  const traceId = match?.[1];
  if (traceId === undefined || /^0+$/.test(traceId)) return newTrace();
  return { traceId, spanId: randomHex(8) };
}

export function toTraceparent(trace: Trace): string {
  return `00-${trace.traceId}-${trace.spanId}-01`;
}
