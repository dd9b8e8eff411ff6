import { createSecretKey, type KeyObject } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Config } from '../../kernel/config/index.js';
import { uuidv7, type RequestContext } from '../../kernel/context/index.js';
import { Envelope, hmac, sha256, type SealBinding } from '../../kernel/crypto/index.js';
import { accountsConfig } from '../accounts.config.js';
import { Clock } from '../clock.js';
import { IdempotencyKeyInvalid, IdempotencyKeyReused, OutcomeUnknown, StillRunning } from './idempotency.errors.js';
import { IdempotencyRepository, type KeyRow, type KeyScope } from './idempotency.repository.js';
import { isFinal, storedReply, type StoredReply } from './stored-reply.js';

/** A request that carries a key. */
export interface KeyedRequest {
  key: string;
  /** What it asks, as text; kept as a keyed hash, since it may hold a password. */
  fingerprint: string;
  /** The client's network address. */
  address: string;
}

/** A request that may run: it has the key to itself until `finish`. */
export interface KeyLease {
  id: string;
  workspaceId: string;
}

const lifetimeMs = 24 * 60 * 60 * 1000;
const lockMs = 60_000;
const patienceMs = 2_000;
const lookEveryMs = 50;

/** Gives the same request the same answer for a day, and does its work once. */
@Injectable()
export class IdempotencyService {
  readonly #hashKey: KeyObject;

  constructor(
    private readonly repository: IdempotencyRepository,
    private readonly envelope: Envelope,
    private readonly clock: Clock,
    config: Config,
  ) {
    const secret = config.get(accountsConfig).jwtSecret;
    this.#hashKey = createSecretKey(hmac('sha256', secret, 'agent-builder idempotency'));
  }

  /**
   * @returns a lease for the first request, the first one's reply for those after it.
   * @throws IdempotencyKeyInvalid, IdempotencyKeyReused, StillRunning, OutcomeUnknown
   */
  async begin(ctx: RequestContext, request: KeyedRequest): Promise<KeyLease | StoredReply> {
    if (!/^[\x21-\x7e]{1,255}$/.test(request.key)) throw new IdempotencyKeyInvalid();
    const { workspaceId } = ctx;
    const scope: KeyScope = { workspaceId, actorId: actorOf(ctx, request.address), key: request.key };
    const requestHash = hmac('sha256', this.#hashKey, request.fingerprint);
    const id = uuidv7();
    const times = { now: this.clock.now(), lockedUntil: this.clock.in(lockMs), expiresAt: this.clock.in(lifetimeMs) };
    if (await this.repository.claim({ ...scope, ...times, id, requestHash })) return { id, workspaceId };
    return this.awaitReply(scope, requestHash);
  }

  /** Keeps the answer for those who ask again, or frees the key when asking again may help. */
  async finish(lease: KeyLease, reply: StoredReply | null): Promise<void> {
    if (reply === null || !isFinal(reply)) return this.repository.release(lease.id);
    await this.repository.keepReply(lease.id, this.envelope.seal(JSON.stringify(reply), bindingOf(lease)));
  }

  private async awaitReply(scope: KeyScope, requestHash: Buffer): Promise<StoredReply> {
    const deadline = performance.now() + patienceMs;
    for (;;) {
      const row = await this.repository.find(scope);
      // The first request has just failed in a way that asks for another try; the client's next one is the first again.
      if (!row) throw new StillRunning(lookEveryMs);
      const reply = this.replyOf(row, scope.workspaceId, requestHash);
      if (reply) return reply;
      if (performance.now() > deadline) throw new StillRunning(1_000);
      await new Promise((resolve) => setTimeout(resolve, lookEveryMs));
    }
  }

  private replyOf(row: KeyRow, workspaceId: string, requestHash: Buffer): StoredReply | null {
    if (!row.requestHash.equals(requestHash)) throw new IdempotencyKeyReused();
    if (row.reply !== null) {
      const opened = this.envelope.open(row.reply, bindingOf({ id: row.id, workspaceId }));
      return storedReply.parse(JSON.parse(opened.toString()));
    }
    // Its process died: whether the work was done is not known, and doing it twice would be worse than saying so.
    if (row.lockedUntil <= this.clock.now()) throw new OutcomeUnknown();
    return null;
  }
}

function bindingOf({ id, workspaceId }: KeyLease): SealBinding {
  return { table: 'idempotency_keys', workspaceId, recordId: id, field: 'reply' };
}

/** Those who are not signed in are told apart by their address. */
function actorOf({ actor }: RequestContext, address: string): string {
  return actor.kind === 'anonymous' ? `anonymous:${sha256(address).toString('base64url')}` : actor.id;
}
