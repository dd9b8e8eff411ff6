import { Injectable } from '@nestjs/common';
import { groupedInKeyOrder, inKeyOrder, RequestLoader, type GraphqlContext } from '../../../kernel/graphql/index.js';
import type { AppointmentType } from '../graphql/appointment.type.js';
import { AppointmentReader } from './appointment-reader.js';

/** Appointments for the fields of other objects: one query for a whole list. */
@Injectable()
export class AppointmentLoaders {
  readonly #linked = new RequestLoader<string, AppointmentType | null>(async (ctx, keys) => {
    const uids = keys.map((key) => key.slice(key.indexOf(' ') + 1));
    const found = await this.reader.findByUids(ctx, uids);
    return inKeyOrder(keys, found, ({ workspaceId, calUid }) => linkOf(workspaceId, calUid));
  });
  readonly #ofCalls = new RequestLoader<string, AppointmentType[]>(async (ctx, callIds) =>
    groupedInKeyOrder(callIds, await this.reader.findByCalls(ctx, callIds), ({ callId }) => callId ?? ''),
  );

  constructor(private readonly reader: AppointmentReader) {}

  /** Another appointment of the same workspace, by the calendar's id. */
  linked(context: GraphqlContext, workspaceId: string, calUid: string): Promise<AppointmentType | null> {
    return this.#linked.load(context, linkOf(workspaceId, calUid));
  }

  /** @param callId The database's id. */
  ofCall(context: GraphqlContext, callId: string): Promise<AppointmentType[]> {
    return this.#ofCalls.load(context, callId);
  }
}

/** One id can be of two workspaces' appointments: both may have connected the same account. */
function linkOf(workspaceId: string, calUid: string): string {
  return `${workspaceId} ${calUid}`;
}
