import { randomUUID } from 'node:crypto';
import { constantTimeEqual } from '../../../kernel/crypto/index.js';
import type { Ending } from '../../caller/scenario.js';
import { membersOf, refused, textOf, type Members, type VapiReply } from '../http/vapi-request.js';
import type { LiveCall } from './live-call.js';

/** What was asked of a call while it went on. */
export interface ControlRequest {
  readonly callId: string;
  readonly body: unknown;
}

/**
 * The addresses by which calls are controlled. Whoever has one needs no key.
 * https://docs.vapi.ai/calls/call-features
 */
export class CallControls {
  readonly requests: ControlRequest[] = [];
  readonly #tokens = new Map<string, string>();
  readonly #live = new Map<string, LiveCall>();

  /** @param base Where they are served. */
  constructor(private readonly base: () => string) {}

  /** As calls carry it. */
  monitorOf(callId: string): { listenUrl: string; controlUrl: string } {
    const token = this.#tokens.get(callId) ?? randomUUID();
    this.#tokens.set(callId, token);
    const base = this.base();
    return {
      listenUrl: `${base.replace(/^http/, 'ws')}/${callId}/listen/${token}`,
      controlUrl: `${base}/${callId}/control/${token}`,
    };
  }

  begin(callId: string, call: LiveCall): void {
    this.#live.set(callId, call);
  }

  end(callId: string): void {
    this.#live.delete(callId);
  }

  /** @returns null where the path is none of these addresses. */
  answer(method: string, path: string, body: unknown): VapiReply | null {
    const [, callId = '', word, token = ''] = path.split('/');
    if (word !== 'control') return null;
    const known = this.#tokens.get(callId);
    if (method !== 'POST' || known === undefined || !constantTimeEqual(token, known))
      return refused(404, `Cannot ${method} ${path}`);
    const call = this.#live.get(callId);
    if (!call) return refused(404, `Call ${callId} is not active.`);
    const fault = control(call, membersOf(body));
    if (fault !== null) return refused(400, fault);
    this.requests.push({ callId, body });
    return { status: 200, body: { success: true } };
  }
}

/** @returns what is wrong with the request, or null. */
function control(call: LiveCall, body: Members): string | null {
  switch (body.type) {
    case 'say':
      return say(call, body);
    case 'add-message':
      return addMessage(call, membersOf(body.message));
    case 'control':
      return steer(call, body.control);
    case 'end-call':
      call.interject({ ending: endedByHand });
      return null;
    case 'transfer':
      return transfer(call, body);
    default:
      return 'type must be one of: say, add-message, control, end-call, transfer';
  }
}

const endedByHand: Ending = { reason: 'assistant-ended-call' };

function say(call: LiveCall, { content, endCallAfterSpoken }: Members): string | null {
  const text = textOf(content);
  if (!text) return 'content should not be empty';
  const ending = endCallAfterSpoken === true ? { reason: 'assistant-ended-call-after-message-spoken' } : undefined;
  call.interject({ turns: [{ says: 'assistant', text }], ending });
  return null;
}

/** A script has no model that could answer it: what is not said by one of the two is only noted. */
function addMessage(call: LiveCall, { role, content }: Members): string | null {
  const text = textOf(content);
  if (!text) return 'message.content should not be empty';
  if (role === 'assistant' || role === 'user') call.interject({ turns: [{ says: role, text }] });
  return role === 'assistant' || role === 'user' || role === 'system' ? null : 'message.role is not known';
}

const steering = ['mute-assistant', 'unmute-assistant', 'mute-customer', 'unmute-customer', 'say-first-message'];

function steer(call: LiveCall, word: unknown): string | null {
  if (word === 'mute-assistant' || word === 'unmute-assistant') call.interject({ mutes: word === 'mute-assistant' });
  if (word === 'say-first-message') call.interject({ turns: [{ says: 'assistant', text: call.firstMessage }] });
  return steering.includes(String(word)) ? null : `control must be one of: ${steering.join(', ')}`;
}

function transfer(call: LiveCall, { destination, content }: Members): string | null {
  const { type, number, sipUri } = membersOf(destination);
  const to = textOf(type === 'sip' ? sipUri : number);
  if (!to) return 'destination must name a number or a SIP address';
  const text = textOf(content);
  call.interject({
    ...(text && { turns: [{ says: 'assistant', text }] }),
    ending: { reason: 'assistant-forwarded-call', transferTo: to },
  });
  return null;
}
