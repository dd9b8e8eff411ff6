import { Client } from 'pg';
import { within } from '../lifecycle/index.js';
import type { RepeatedErrors } from '../queue/index.js';
import { LiveTransport, type LiveListener } from './live-transport.js';

const channel = 'agent_builder_live';
const answerLimitMs = 5_000;
/** How long whoever tells something waits for a connection that is not there. */
const connectLimitMs = 1_000;
const heartbeatMs = 15_000;
const retryMs = { first: 50, most: 1_000 };

/** LISTEN and NOTIFY on the one connection that this process keeps for it. */
export class PostgresLiveTransport extends LiveTransport {
  #client: Client | undefined;
  #heartbeat: NodeJS.Timeout | undefined;
  #retry: NodeJS.Timeout | undefined;
  #failures = 0;
  #closed = false;
  /** A loss is told more than once: by the socket, by the query, by the end. */
  readonly #lost = new WeakSet<Client>();
  /** Who has something to tell while the connection is being made. */
  #waiting: (() => void)[] = [];
  /** One connection never runs two queries at once. */
  #last: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly url: string,
    private readonly errors: RepeatedErrors,
  ) {
    super();
  }

  open(listener: LiveListener): void {
    void this.#connect(listener);
  }

  async send(texts: readonly string[]): Promise<void> {
    await this.#query('SELECT pg_notify($1, text) FROM unnest($2::text[]) AS text', [channel, texts]);
  }

  async close(): Promise<void> {
    this.#closed = true;
    clearTimeout(this.#retry);
    clearInterval(this.#heartbeat);
    const client = this.#client;
    this.#client = undefined;
    await client?.end();
  }

  async #connect(listener: LiveListener): Promise<void> {
    const client = new Client({
      connectionString: this.url,
      application_name: 'agent-builder live',
      connectionTimeoutMillis: answerLimitMs,
      keepAlive: true,
    });
    client.on('notification', ({ payload }) => payload !== undefined && listener.message(payload));
    client.on('error', (error) => this.#lose(client, listener, error));
    client.on('end', () => this.#lose(client, listener, new Error('The connection for live events has ended.')));
    try {
      await client.connect();
      await client.query(`LISTEN ${channel}`);
    } catch (error) {
      this.#lose(client, listener, error);
      return;
    }
    this.#keep(client, listener);
  }

  #keep(client: Client, listener: LiveListener): void {
    if (this.#closed) {
      client.end().catch((error: unknown) => this.errors.report(error, 'live'));
      return;
    }
    this.#client = client;
    this.#failures = 0;
    for (const goOn of this.#waiting.splice(0)) goOn();
    // A connection whose other end is gone without a word would stay silent for ever.
    this.#heartbeat = setInterval(() => {
      this.#query('SELECT 1').catch((error: unknown) => this.#lose(client, listener, error));
    }, heartbeatMs);
    listener.listening();
  }

  #lose(client: Client, listener: LiveListener, error: unknown): void {
    if (this.#closed || this.#lost.has(client)) return;
    this.#lost.add(client);
    this.errors.report(error, 'live');
    if (this.#client === client) this.#client = undefined;
    clearInterval(this.#heartbeat);
    client.end().catch((fault: unknown) => this.errors.report(fault, 'live'));
    const delay = Math.min(retryMs.most, retryMs.first * 2 ** this.#failures);
    this.#failures += 1;
    this.#retry = setTimeout(() => void this.#connect(listener), delay);
  }

  #query(text: string, values: unknown[] = []): Promise<unknown> {
    const run = async () => {
      const client = this.#client ?? (await this.#awaitClient());
      return within(answerLimitMs, 'Telling live events', client.query(text, values));
    };
    const result = this.#last.then(run);
    this.#last = result.catch(() => undefined);
    return result;
  }

  async #awaitClient(): Promise<Client> {
    await within(
      connectLimitMs,
      'Connecting for live events',
      new Promise<void>((resolve) => this.#waiting.push(resolve)),
    );
    if (!this.#client) throw new Error('There is no connection for live events right now.');
    return this.#client;
  }
}
