import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import type { RequestContext } from '../../kernel/context/index.js';
import { UnitOfWork } from '../../kernel/database/index.js';
import { HttpFailure } from '../../kernel/http/index.js';
import type { CalendarAccount } from '../accounts/calendar-account.js';
import type { CalComEventType } from '../providers/calcom/event-type.js';
import { EventTypeNotFound } from '../providers/calcom/calcom.errors.js';
import { AssistantEventTypes } from './assistant-event-types.repository.js';

/** A change in Cal.com is heard this much later at most; one here, in another process, after the shorter time. */
const eventTypesTtlMs = 60_000;
const choiceTtlMs = 5_000;
const readLimitMs = 5_000;

/** The kinds of appointments of accounts, and which of them an assistant offers. While a caller waits both are known. */
@Injectable()
export class EventTypes {
  readonly #ofAccounts = new LRUCache<string, readonly CalComEventType[], CalendarAccount>({
    max: 500,
    ttl: eventTypesTtlMs,
    // Old ones are better than none while Cal.com is away.
    allowStaleOnFetchRejection: true,
    fetchMethod: (_key, _old, { context }) => read(context),
  });
  readonly #choices = new LRUCache<string, readonly number[]>({ max: 2_000, ttl: choiceTtlMs });

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly assistants: AssistantEventTypes,
  ) {}

  /** All that are not hidden. @throws HttpFailure */
  async list(account: CalendarAccount): Promise<readonly CalComEventType[]> {
    return (await this.#ofAccounts.fetch(account.version, { context: account })) ?? [];
  }

  /** The same, whatever is remembered. @throws HttpFailure */
  readAnew(account: CalendarAccount): Promise<readonly CalComEventType[]> {
    return read(account);
  }

  /** @throws EventTypeNotFound, HttpFailure */
  async require(account: CalendarAccount, id: number): Promise<CalComEventType> {
    const eventType = (await this.list(account)).find((each) => each.id === id);
    if (!eventType) throw new EventTypeNotFound();
    return eventType;
  }

  /**
   * What an assistant offers, in its owner's order. Where the owner chose none these are all of the workspace's own
   * account, and none of the deployment's, which are not for everybody.
   */
  async offered(
    ctx: RequestContext,
    account: CalendarAccount,
    assistantId: string | null,
  ): Promise<readonly CalComEventType[]> {
    const all = await this.list(account);
    return offeredOf(account, all, await this.chosen(ctx, assistantId));
  }

  /** The same for several assistants at once, in their order. */
  async offeredByMany(
    ctx: RequestContext,
    account: CalendarAccount,
    assistantIds: readonly string[],
  ): Promise<(readonly CalComEventType[])[]> {
    const all = await this.list(account);
    const chosen = await this.unitOfWork.run(ctx, (tx) => this.assistants.findOfMany(tx, assistantIds));
    return assistantIds.map((id) => offeredOf(account, all, chosen.get(id) ?? []));
  }

  /** Ids, in the owner's order; they may be gone from Cal.com meanwhile. */
  async chosen(ctx: RequestContext, assistantId: string | null): Promise<readonly number[]> {
    if (assistantId === null) return [];
    const known = this.#choices.get(assistantId);
    if (known) return known;
    const ids = await this.unitOfWork.run(ctx, (tx) => this.assistants.find(tx, assistantId));
    this.#choices.set(assistantId, ids);
    return ids;
  }

  /** Replaces the choice; none of them stands for the default. */
  async choose(ctx: RequestContext, assistantId: string, eventTypeIds: readonly number[]): Promise<void> {
    await this.unitOfWork.run(ctx, (tx) => this.assistants.replace(tx, assistantId, eventTypeIds));
    this.#choices.delete(assistantId);
  }
}

function offeredOf(
  { shared }: CalendarAccount,
  all: readonly CalComEventType[],
  chosen: readonly number[],
): readonly CalComEventType[] {
  if (chosen.length === 0) return shared ? [] : all;
  return chosen.flatMap((id) => all.find((each) => each.id === id) ?? []);
}

async function read(account: CalendarAccount): Promise<readonly CalComEventType[]> {
  const { eventTypes } = account.api({ action: 'event_types', urgent: true });
  const limits = { timeoutMs: readLimitMs };
  const [own, ofTeams] = await Promise.all([eventTypes.list(limits), eventTypes.listOfTeams(limits).catch(noTeams)]);
  const all = [...new Map([...own, ...ofTeams].map((each) => [each.id, each])).values()];
  return all.filter(({ hidden }) => !hidden);
}

/** Self-hosted and smaller offers have no teams, and say so in several ways. */
function noTeams(error: unknown): readonly CalComEventType[] {
  if (error instanceof HttpFailure && error.status !== undefined && error.status < 500) return [];
  throw error;
}
