import { Secret } from '../../src/kernel/config/index.js';
import { sha256 } from '../../src/kernel/crypto/index.js';
import { proofHeaders, type CallEvent } from '../../src/sandbox/index.js';
import { interleave, scriptCalls } from './calls.js';
import { fullLine, shortLine } from './line.js';
import { talks, toolUses, useOf } from './scenarios.js';

/** A webhook written out and signed before the run, so that the generator is not what limits it. */
export interface SignedEvent {
  request: Buffer;
  /** Of the body, in hexadecimal: what the server knows the event by. */
  digest: string;
}

const path = '/api/v1/webhooks/vapi';
/** Conversations, the end and the report repeat what was said, and are larger than 2 KB. */
const isSmall = ({ moment }: CallEvent) =>
  moment.kind === 'speech' || moment.kind === 'transcript' || (moment.kind === 'status' && moment.status !== 'ended');

/** Signs as Vapi does; a signature holds for five minutes. */
export class EventSigner {
  readonly #secret: Secret;

  constructor(secret: string) {
    this.#secret = new Secret(secret);
  }

  sign(event: CallEvent): SignedEvent {
    const body = Buffer.from(JSON.stringify(event.write()));
    return { request: this.#request(body), digest: sha256(body).toString('hex') };
  }

  /** Events of 2 KB, all different, of calls that go on at the same time. */
  smallEvents(count: number): SignedEvent[] {
    const calls = scriptCalls(talks, shortLine, 2 * count);
    const events = interleave(calls.map((call) => call.events.filter(isSmall)));
    return events.slice(0, count).map((event) => this.sign(event));
  }

  /** Requests for the tool that does nothing, each of a call of its own. */
  toolCalls(count: number): SignedEvent[] {
    const asksForTool = (event: CallEvent) => event.toolRequest !== undefined;
    const calls = scriptCalls(toolUses, shortLine, count * 20);
    const asked = calls.flatMap(({ events }) => events.filter(asksForTool)).slice(0, count);
    return asked.map((event) => this.sign(event));
  }

  /** Requests for a tool with these arguments, each of a call of its own. */
  toolCallsWith(name: string, given: readonly Readonly<Record<string, unknown>>[]): SignedEvent[] {
    const uses = given.map((args) => useOf(name, args));
    const calls = uses.flatMap((scenario) => scriptCalls([scenario], fullLine, 1));
    return calls
      .flatMap(({ events }) => events.filter(({ toolRequest }) => toolRequest !== undefined))
      .map((event) => this.sign(event));
  }

  #request(body: Buffer): Buffer {
    const headers = {
      host: '127.0.0.1',
      'content-type': 'application/json',
      'content-length': body.length,
      'user-agent': 'bench',
      ...proofHeaders({ kind: 'hmac', secret: this.#secret }, body, new Date()),
    };
    const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
    return Buffer.concat([Buffer.from(`POST ${path} HTTP/1.1\r\n${lines.join('')}\r\n`), body]);
  }
}
