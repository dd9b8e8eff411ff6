import { Secret } from '../../kernel/config/index.js';
import type { HttpClient } from '../../kernel/http/index.js';
import { scriptCall, type CallScript } from '../caller/call-script.js';
import { leGourmetLine } from '../le-gourmet-line.js';
import type { Clock } from '../player/clock.js';
import { playCall } from '../player/play-call.js';
import { scriptToPlayNow } from '../player/script-to-play-now.js';
import { WebhookSender } from '../player/webhook-sender.js';
import { FirstCallNotRecorded } from '../sandbox.errors.js';
import { restaurantReservation } from '../scenarios/restaurant-reservation.js';
import { listCalls } from './documents.js';
import type { GraphqlSession } from './graphql-session.js';
import type { SandboxState } from './sandbox-file.js';

const deadlineSeconds = 30;
const pollMs = 100;

export interface FirstCallParts {
  http: HttpClient;
  clock: Clock;
  api: GraphqlSession;
}

/** When the first call must have begun to be over by now. */
export function firstCallStart(seed: string, now: Date): Date {
  return scriptToPlayNow(restaurantReservation, { line: leGourmetLine(''), seed }, { now, speed: 'fast' }).startsAt;
}

/** Plays the first call; played again, it is the same call. */
export async function playFirstCall(state: SandboxState, parts: FirstCallParts): Promise<void> {
  const { webhook, firstCall, baseUrl, seed } = state;
  if (!webhook || !firstCall) throw new Error('The webhook and the start of the first call must be known.');
  const url = new URL(webhook.path, baseUrl).href;
  const { http, clock, api } = parts;
  const sender = new WebhookSender({ http, clock, url, proof: { kind: 'secret', secret: new Secret(webhook.secret) } });
  const startsAt = new Date(firstCall.startsAt);
  const script = scriptCall(restaurantReservation, { line: leGourmetLine(url), seed, startsAt });
  await playCall(script, { sender, clock, speed: 'fast', url });
  await untilCompleted(script, api, clock);
}

async function untilCompleted({ callId, fromNumber }: CallScript, api: GraphqlSession, clock: Clock): Promise<void> {
  const deadline = clock.now().getTime() + deadlineSeconds * 1000;
  while (!(await isCompleted(callId, fromNumber, api))) {
    if (clock.now().getTime() >= deadline) throw new FirstCallNotRecorded(deadlineSeconds);
    await clock.wait(pollMs);
  }
}

async function isCompleted(callId: string, number: string, api: GraphqlSession): Promise<boolean> {
  const { calls } = await api.run(listCalls, { number });
  return calls.nodes.some(({ vapiCallId, status }) => vapiCallId === callId && status === 'COMPLETED');
}
