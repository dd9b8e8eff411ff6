import type { Permission } from '../../kernel/auth/index.js';
import type { RequestContext } from '../../kernel/context/index.js';
import { InvalidInput, type LocalizedText } from '../../kernel/errors/index.js';
import type { GraphqlContext, PageInfoType } from '../../kernel/graphql/index.js';
import type { SlotTakenType } from '../appointments/graphql/booking-results.type.js';

export const pairTypes = ['appointment', 'user', 'availability', 'booking'] as const;
export type PairType = (typeof pairTypes)[number];

export const pairActions = ['read', 'write', 'update', 'delete'] as const;
export type PairAction = (typeof pairActions)[number];

/** What somebody asks of one pair of a type and an action. */
export interface PairRequest {
  /** For the loaders of fields. */
  context: GraphqlContext;
  data: Readonly<Record<string, unknown>>;
  appointmentId?: string | undefined;
  userId?: string | undefined;
  eventTypeId?: number | undefined;
}

export type PairAnswer = { data: unknown; pageInfo?: PageInfoType } | { taken: SlotTakenType };

/** One type of things: what can be done with them, and who may. */
export interface PairHandler extends Record<
  PairAction,
  (ctx: RequestContext, asked: PairRequest) => Promise<PairAnswer>
> {
  /** To read them, and to change them. */
  readonly rights: readonly [read: Permission, change: Permission];
}

/** A pair that this server does not serve, and what to do instead. */
export class PairRefused extends InvalidInput {
  constructor(instead: LocalizedText) {
    super('CALENDAR.PAIR_REFUSED', instead);
  }
}

/** What a pair cannot do without. */
export class PairIncomplete extends InvalidInput {
  constructor(path: string, message: LocalizedText) {
    super('CALENDAR.PAIR_INCOMPLETE', message, [{ path, message }]);
  }
}
