import { randomUUID } from 'node:crypto';
import type { Trace } from './request-context.js';

const pattern = /^00-([0-9a-f]{32})-([0-9a-f]{16})-[0-9a-f]{2}$/;

export function newTrace(): Trace {
  return { traceId: randomUUID().replaceAll('-', ''), spanId: newSpanId() };
}

/** Continues the caller's trace where its `traceparent` header is well formed, else starts one. */
export function continueTrace(traceparent: string | undefined): Trace {
  const match = traceparent === undefined ? null : pattern.exec(traceparent);
  const traceId = match?.[1];
  if (traceId === undefined || /^0+$/.test(traceId)) return newTrace();
  return { traceId, spanId: newSpanId() };
}

export function toTraceparent(trace: Trace): string {
  return `00-${trace.traceId}-${trace.spanId}-01`;
}

/** From Node's stock of random numbers: asking the system anew takes twenty times as long, on every request. */
function newSpanId(): string {
  const id = randomUUID();
  return id.slice(0, 8) + id.slice(-8);
}
