import type { ApiClient } from './api-client.js';
import type { Endpoint } from './played-call.js';

const phrasesPerCall = 10;

/** Utterances of many calls, sent by several senders at once until they are told to stop or nobody answers any more. */
export class UtteranceLoad {
  /** What the server has acknowledged, in the words of the utterances: each is said once. */
  readonly acknowledged = new Set<string>();
  /** What ended a sender before it was told to stop. */
  readonly failures: unknown[] = [];
  #stopping = false;
  #next = 0;
  #senders: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly client: ApiClient,
    private readonly endpoint: Endpoint,
  ) {}

  start(senders: number, most = Infinity): void {
    this.#senders = Promise.all(Array.from({ length: senders }, () => this.#send(most)));
  }

  /** Waits for the senders to send as many as they were told to, or to find nobody. */
  async ended(): Promise<void> {
    await this.#senders;
  }

  async stop(): Promise<void> {
    this.#stopping = true;
    await this.#senders;
  }

  async #send(most: number): Promise<void> {
    while (!this.#stopping && this.#next < most) {
      const number = this.#next;
      this.#next += 1;
      try {
        const { status, text } = await this.#post(number);
        if (status === 200) this.acknowledged.add(phraseOf(number));
        else this.failures.push(`${status} ${text}`);
      } catch (error) {
        this.failures.push(error);
        return;
      }
    }
  }

  async #post(number: number): Promise<{ status: number; text: string }> {
    const { path, secret } = this.endpoint;
    const reply = await fetch(this.client.url + path, {
      method: 'POST',
      headers: { 'x-vapi-secret': secret },
      body: utterance(number),
    });
    return { status: reply.status, text: await reply.text() };
  }
}

export function phraseOf(number: number): string {
  return `Phrase ${number}.`;
}

/** The body of one utterance; ten of them make a call. */
export function utterance(number: number): string {
  const began = Date.now() - 600_000;
  const id = `00000000-0000-4000-8000-${String(Math.floor(number / phrasesPerCall)).padStart(12, '0')}`;
  const call = { id, type: 'inboundPhoneCall' };
  const timestamp = began + (number % phrasesPerCall) * 10_000;
  const said = { role: 'user', transcriptType: 'final', transcript: phraseOf(number) };
  return JSON.stringify({ message: { type: 'transcript', timestamp, call, ...said } });
}
