import { Injectable } from '@nestjs/common';
import { Drain } from '../lifecycle/index.js';
import { AppLogger, defineCounter, defineGauge } from '../observability/index.js';
import { readMessage, resyncMessage, toMessages } from './live-message.js';
import { LiveSubscription, type LiveSignal, type ResyncReason } from './live-subscription.js';
import type { LiveEvent, LiveTopic } from './live-topic.js';
import { LiveTransport } from './live-transport.js';

const published = defineCounter({ name: 'live_events_total', help: 'Live events told to the other processes.' });
const subscribers = defineGauge({ name: 'live_subscribers', help: 'Streams of live events open in this process.' });

const retryMs = 1_000;

/**
 * Tells every process what changed, so that each can serve its own subscribers. Only ids travel; nothing is kept. Who may
 * have missed something is told to read anew, so that a stream resumes without a gap whatever was lost.
 */
@Injectable()
export class LiveEvents {
  readonly #subscriptions = new Map<string, Set<Receiver>>();
  #opened = false;
  #isListening = false;
  #closed = false;
  #owesResync: NodeJS.Timeout | undefined;

  constructor(
    private readonly transport: LiveTransport,
    private readonly log: AppLogger,
    drain: Drain,
  ) {
    drain.during('connections', 'live events', () => this.#close());
  }

  /**
   * Tells of changes, after their commit: once for a whole batch of work, which becomes as few messages as possible.
   * It never fails: what cannot be told now becomes a `resync` of everybody as soon as it can.
   */
  async publish(events: readonly LiveEvent[]): Promise<void> {
    if (events.length === 0 || this.#closed) return;
    this.#open();
    try {
      await this.transport.send(toMessages(events));
      published.inc(events.length);
    } catch (error) {
      this.log.warn('live.publish_failed', { error, events: events.length });
      this.#oweResync();
    }
  }

  /**
   * What changes in one workspace. The first signal is a `resync`, once everything that follows will be heard: read the
   * present state on it.
   */
  subscribe<T>(topic: LiveTopic<T>, workspaceId: string): AsyncIterableIterator<LiveSignal<T>, undefined> {
    return this.#subscribe(topic, keyOf(topic.name, workspaceId));
  }

  /** What changes in any workspace: for platform administrators only. */
  subscribeAcrossWorkspaces<T>(topic: LiveTopic<T>): AsyncIterableIterator<LiveSignal<T>, undefined> {
    return this.#subscribe(topic, keyOf(topic.name, everyWorkspace));
  }

  #subscribe<T>(topic: LiveTopic<T>, key: string): LiveSubscription<T> {
    const receivers = this.#subscriptions.get(key) ?? new Set<Receiver>();
    this.#subscriptions.set(key, receivers);
    const subscription = new LiveSubscription(topic, (ended) => {
      subscribers.dec();
      receivers.delete(ended);
      if (receivers.size === 0 && this.#subscriptions.get(key) === receivers) this.#subscriptions.delete(key);
    });
    receivers.add(subscription);
    subscribers.inc();
    if (this.#isListening) subscription.resync('subscribed');
    if (this.#closed) void subscription.return();
    this.#open();
    return subscription;
  }

  /** Connects with the first that has something to tell or to hear. */
  #open(): void {
    if (this.#opened || this.#closed) return;
    this.#opened = true;
    this.transport.open({ message: (text) => this.#receive(text), listening: () => this.#listening() });
  }

  #listening(): void {
    const reason = this.#isListening ? 'reconnected' : 'subscribed';
    this.#isListening = true;
    this.#resyncAll(reason);
  }

  #receive(text: string): void {
    if (this.#subscriptions.size === 0) return;
    const message = readMessage(text);
    if (!message || 'resync' in message) return this.#resyncAll('requested');
    for (const { topic, workspaceId, ids } of message.events) {
      for (const key of [keyOf(topic, workspaceId), keyOf(topic, everyWorkspace)]) {
        for (const receiver of this.#subscriptions.get(key) ?? []) receiver.push(ids);
      }
    }
  }

  #resyncAll(reason: ResyncReason): void {
    for (const receivers of this.#subscriptions.values()) for (const receiver of receivers) receiver.resync(reason);
  }

  #oweResync(): void {
    if (this.#closed) return;
    clearTimeout(this.#owesResync);
    this.#owesResync = setTimeout(() => {
      this.transport.send([resyncMessage]).catch(() => this.#oweResync());
    }, retryMs);
  }

  async #close(): Promise<void> {
    this.#closed = true;
    clearTimeout(this.#owesResync);
    for (const receivers of [...this.#subscriptions.values()])
      for (const receiver of [...receivers]) await receiver.return();
    await this.transport.close();
  }
}

type Receiver = Pick<LiveSubscription<unknown>, 'push' | 'resync' | 'return'>;

const everyWorkspace = '*';

function keyOf(topic: string, workspaceId: string): string {
  return `${topic} ${workspaceId}`;
}
