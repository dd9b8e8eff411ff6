import { Injectable } from '@nestjs/common';
import { inKeyOrder, RequestLoader, type GraphqlContext } from '../kernel/graphql/index.js';
import { ClientDirectory } from './clients/client-directory.js';
import { toClientType, type ClientType } from './clients/graphql/client.type.js';
import { ContactsService } from './people/contacts.service.js';
import { toContactType, type ContactType } from './people/graphql/contact.type.js';

/**
 * Clients and contacts for the fields of GraphQL objects in higher modules: one query for a whole list.
 *
 * @example
 * @ResolveField(() => ContactType, { nullable: true })
 * contact(call: CallType, _args: unknown, context: GraphqlContext) { return this.contacts.contact(context, call.contactId); }
 */
@Injectable()
export class ContactLoaders {
  readonly #clients: RequestLoader<string, ClientType | null>;
  readonly #contacts: RequestLoader<string, ContactType | null>;

  constructor(clients: ClientDirectory, contacts: ContactsService) {
    this.#clients = new RequestLoader(async (ctx, ids) => {
      const rows = inKeyOrder(ids, await clients.findByIds(ctx, ids), ({ id }) => id);
      return rows.map((row) => row && toClientType(row));
    });
    this.#contacts = new RequestLoader(async (ctx, ids) => {
      const rows = inKeyOrder(ids, await contacts.findByIds(ctx, ids), ({ id }) => id);
      return rows.map((row) => row && toContactType(row));
    });
  }

  /** @param id The database's id. @returns null for a client that whoever asks may not see. */
  client(context: GraphqlContext, id: string): Promise<ClientType | null> {
    return this.#clients.load(context, id);
  }

  /** @param id The database's id. @returns null for a contact that is erased or another workspace's. */
  contact(context: GraphqlContext, id: string): Promise<ContactType | null> {
    return this.#contacts.load(context, id);
  }
}
