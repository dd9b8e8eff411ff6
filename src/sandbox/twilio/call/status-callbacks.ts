import { rfc2822 } from '../state/rfc2822.js';
import type { WebhookMishaps } from './scenario.js';
import type { Webhooks } from './webhooks.js';

interface Address {
  readonly url: string;
  readonly method: 'GET' | 'POST';
}

interface Callback extends Address {
  readonly purpose: 'status' | 'recording';
  readonly form: URLSearchParams;
  readonly atMs: number;
}

/** Tells servers how calls get on; nobody looks at what they answer. */
export class StatusCallbacks {
  readonly #waiting: Callback[] = [];
  readonly #sequences = new Map<string, number>();

  constructor(
    private readonly webhooks: Webhooks,
    private readonly mishaps: WebhookMishaps,
  ) {}

  /** Numbered by the call that it is about. */
  async tell({ url, method }: Address, form: URLSearchParams, when: { at: Date; atMs: number }): Promise<void> {
    const callSid = form.get('CallSid') ?? '';
    const sequence = this.#sequences.get(callSid) ?? 0;
    this.#sequences.set(callSid, sequence + 1);
    form.set('CallbackSource', 'call-progress-events');
    form.set('SequenceNumber', String(sequence));
    form.set('Timestamp', rfc2822(when.at));
    await this.send({ purpose: 'status', url, method, form, atMs: when.atMs });
  }

  async tellRecording(address: Address, form: URLSearchParams, atMs: number): Promise<void> {
    await this.send({ purpose: 'recording', ...address, form, atMs });
  }

  /** Sends what has waited for the end, in whichever order. */
  async flush(): Promise<void> {
    const { statusOrder = (all) => [...all] } = this.mishaps;
    for (const callback of statusOrder(this.#waiting.splice(0))) await this.webhooks.ask(callback);
  }

  private async send(callback: Callback): Promise<void> {
    const { statusCopies = 1, statusOrder } = this.mishaps;
    for (let copy = 0; copy < statusCopies; copy += 1) {
      if (statusOrder) this.#waiting.push(callback);
      else await this.webhooks.ask(callback);
    }
  }
}
