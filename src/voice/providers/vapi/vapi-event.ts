import type { ReadEvent } from '../../../webhooks/index.js';
import { ledgerCallKey, ledgerCalls, readToolCalls } from './reading/read-tool-calls.js';
import { readVapiMessage, type VapiMessage } from './reading/vapi-message.js';
import { NotAServerMessage } from './vapi.errors.js';

const toolKinds: ReadonlySet<string> = new Set(['tool-calls', 'function-call']);
const waitingKinds: ReadonlySet<string> = new Set([...toolKinds, 'assistant-request', 'transfer-destination-request']);

/**
 * A server message as the webhook engine knows it, with what was read of it: the engine asks several things about one
 * event. Kept in the event itself: a WeakMap beside it holds every body until the next major collection, which cost a
 * sixth of the intake's time (docs/performance.md).
 */
export class VapiEvent implements ReadEvent {
  readonly type: string;
  readonly externalId: string;
  readonly dedupKey: string | undefined;
  readonly callKey: string | undefined;
  readonly precious: boolean;

  private constructor(
    readonly message: VapiMessage,
    readonly body: unknown,
  ) {
    const { type, callKey } = message;
    const toolIds = this.asksForTools ? ledgerCalls(readToolCalls(message)).map(({ id }) => id) : [];
    this.type = type;
    this.externalId = [callKey ?? 'no-call', type, message.message.text('status', 40), ...toolIds]
      .filter(Boolean)
      .join(':');
    this.dedupKey = toolIds.length > 0 ? JSON.stringify(['tools', ledgerCallKey(message), ...toolIds]) : undefined;
    this.callKey = callKey;
    this.precious = this.waitsForContent || message.kind === 'end-of-call-report';
  }

  /**
   * The time of arrival matters to nobody who asks an event.
   *
   * @throws NotAServerMessage
   */
  static read(body: unknown): VapiEvent {
    const message = readVapiMessage(body, new Date());
    if (!message) throw new NotAServerMessage();
    return new VapiEvent(message, body);
  }

  static of(event: ReadEvent): VapiEvent {
    return event instanceof VapiEvent ? event : VapiEvent.read(event.body);
  }

  get asksForTools(): boolean {
    return toolKinds.has(this.message.kind);
  }

  /** Whether Vapi waits for the content of the answer, while a caller hears silence. */
  get waitsForContent(): boolean {
    return waitingKinds.has(this.message.kind);
  }
}
