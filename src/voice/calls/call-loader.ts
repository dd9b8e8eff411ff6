import { Injectable } from '@nestjs/common';
import { inKeyOrder, RequestLoader, type GraphqlContext } from '../../kernel/graphql/index.js';
import type { CallType } from './graphql/call.type.js';
import { CallReader } from './reading/call-reader.js';

/** Calls for the fields of GraphQL objects in higher modules: one query for a whole list. */
@Injectable()
export class CallLoader {
  readonly #calls = new RequestLoader<string, CallType | null>(async (ctx, ids) =>
    inKeyOrder(ids, await this.reader.findByIds(ctx, ids), ({ uuid }) => uuid),
  );

  constructor(private readonly reader: CallReader) {}

  /** @param id The database's id. @returns null for a call that is another workspace's. */
  load(context: GraphqlContext, id: string): Promise<CallType | null> {
    return this.#calls.load(context, id);
  }
}
