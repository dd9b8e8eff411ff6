import { randomUUID } from 'node:crypto';
import { AppError, inLocale } from '../../../kernel/errors/index.js';
import { refused, type VapiReply, type VapiRequest } from '../http/vapi-request.js';
import type { PlayRing } from './play-ring.js';
import { RingLog } from './ring-log.js';
import { ringOrder, ringsPath, type RingOrder } from './ring-order.js';

/** So many are remembered. */
const mostRings = 100;

/**
 * Rings on behalf of another process, which holds the account’s key, and tells it line by line what happens. No part of
 * Vapi’s API.
 */
export class RingsDesk {
  readonly #logs = new Map<string, RingLog>();

  constructor(private readonly play: PlayRing) {}

  isFor({ path }: VapiRequest): boolean {
    return path === ringsPath || path.startsWith(`${ringsPath}/`);
  }

  async answer({ method, path, query, body }: VapiRequest): Promise<VapiReply> {
    if (method === 'POST') return this.begin(body);
    const log = this.#logs.get(path.slice(ringsPath.length + 1));
    if (!log) return refused(404, `Cannot ${method} ${path}`);
    return { status: 200, body: await log.after(Number(query.get('from') ?? 0)) };
  }

  private begin(body: unknown): VapiReply {
    const order = ringOrder.safeParse(body).data;
    if (!order) return refused(400, 'Not an order to ring.');
    const id = randomUUID();
    const log = new RingLog();
    this.#logs.set(id, log);
    const [oldest] = this.#logs.keys();
    if (this.#logs.size > mostRings && oldest !== undefined) this.#logs.delete(oldest);
    void this.tell(order, log);
    return { status: 201, body: { id } };
  }

  private async tell(order: RingOrder, log: RingLog): Promise<void> {
    try {
      await this.play(order, (line) => log.add(line));
      log.end();
    } catch (error) {
      log.end(error instanceof AppError ? inLocale(error.safeMessage, order.locale) : String(error));
    }
  }
}
