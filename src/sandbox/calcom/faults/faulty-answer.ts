import type { ServerResponse } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import type { Fault } from './fault-plan.js';

/** What a stand-in has to say. */
export interface StandInAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
}

type FaultBefore = Extract<Fault, { when: unknown }>;

/** Whether nothing of what is asked may happen. */
export function isBefore(fault: Fault): fault is FaultBefore {
  return 'when' in fault && fault.when === 'before';
}

export function refuseBefore(fault: FaultBefore, response: ServerResponse): void {
  if (fault.kind === 'cut') response.destroy();
}

/** Answers in JSON, as far as the fault lets it. */
export async function answerWithFault(
  response: ServerResponse,
  { status, headers, body }: StandInAnswer,
  fault: Fault | null,
): Promise<void> {
  const text = JSON.stringify(body);
  const json = { 'content-type': 'application/json; charset=utf-8', ...headers };
  switch (fault?.kind) {
    case 'cut':
      return void response.destroy();
    case 'silence':
      return;
    case 'malformed':
      return void response.writeHead(status, json).end(text.slice(0, Math.floor(text.length / 2)));
    case 'slow':
      await delay(fault.ms, undefined, { ref: false });
      break;
    case 'status':
    case 'stale':
    case undefined:
      break;
  }
  response.writeHead(status, json).end(text);
}
