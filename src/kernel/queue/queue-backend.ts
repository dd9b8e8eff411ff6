import type { BackendFactory } from 'bullmq';

/** Where BullMQ keeps jobs. Everything above is the same for all of them. */
export abstract class QueueBackend {
  abstract readonly kind: 'postgres' | 'redis';

  /** Gives BullMQ the connections of this process, whatever connection its options name. */
  abstract readonly factory: BackendFactory;

  /** @throws QueueFault when it cannot be reached or is not prepared, saying what to do. */
  abstract open(): Promise<void>;

  /** @throws QueueFault when so many workers would starve each other of connections. */
  abstract assertRoomFor(workers: number): void;

  /** @throws whatever is wrong with it right now. */
  abstract ping(): Promise<void>;

  /** Calls back whenever it came back after a loss, possibly without its memory. */
  abstract onReturn(listener: () => void): void;

  abstract close(): Promise<void>;
}

/**
 * What every queue and worker of BullMQ is told: the connection is one that nobody reads, as the backend's factory gives
 * the real one; the prefix tells our keys from others' in a shared Redis.
 */
export const backendOptions = { connection: {}, prefix: 'agent-builder' };
