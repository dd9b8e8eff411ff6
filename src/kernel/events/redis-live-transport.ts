import { Redis, type RedisOptions } from 'ioredis';
import { within } from '../lifecycle/index.js';
import type { RepeatedErrors } from '../queue/index.js';
import { LiveTransport, type LiveListener } from './live-transport.js';

const channel = 'agent-builder:live';
const answerLimitMs = 5_000;
const heartbeatMs = 15_000;

const shared: RedisOptions = {
  connectionName: 'agent-builder-live',
  lazyConnect: true,
  keepAlive: 10_000,
  maxRetriesPerRequest: 1,
  disconnectTimeout: 500,
  retryStrategy: (times) => Math.min(times * 50, 1_000),
};

/** Redis pub/sub. A connection that listens can do nothing else, so there are two. */
export class RedisLiveTransport extends LiveTransport {
  readonly #publisher: Redis;
  readonly #subscriber: Redis;
  #heartbeat: NodeJS.Timeout | undefined;

  constructor(
    url: string,
    private readonly errors: RepeatedErrors,
  ) {
    super();
    this.#publisher = new Redis(url, { ...shared, commandTimeout: answerLimitMs });
    // Subscribed again by hand, to know when that is done.
    this.#subscriber = new Redis(url, { ...shared, autoResubscribe: false });
    for (const client of [this.#publisher, this.#subscriber]) {
      client.on('error', (error) => errors.report(error, 'live'));
    }
  }

  open(listener: LiveListener): void {
    this.#subscriber.on('message', (_, text) => listener.message(text));
    this.#subscriber.on('ready', () => {
      this.#subscriber.subscribe(channel).then(() => listener.listening(), this.#report);
    });
    // A connection whose other end is gone without a word would stay silent for ever.
    this.#heartbeat = setInterval(() => {
      within(answerLimitMs, 'Hearing from Redis', this.#subscriber.ping()).catch(() =>
        this.#subscriber.disconnect(true),
      );
    }, heartbeatMs);
    // What is wrong with a first attempt comes as an error event, and there is a next one.
    for (const client of [this.#publisher, this.#subscriber]) client.connect().catch(this.#report);
  }

  async send(texts: readonly string[]): Promise<void> {
    await Promise.all(texts.map((text) => this.#publisher.publish(channel, text)));
  }

  async close(): Promise<void> {
    clearInterval(this.#heartbeat);
    this.#subscriber.disconnect();
    this.#publisher.disconnect();
    await Promise.resolve();
  }

  readonly #report = (error: unknown) => this.errors.report(error, 'live');
}
