import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import {
  contactPrefix,
  ContactNotFound,
  ContactsService,
  emailAddress,
  onlyFields,
  phoneNumber,
  toContactType,
  type ContactType,
} from '../../contacts/index.js';
import type { RequestContext } from '../../kernel/context/index.js';
import { parseInput } from '../../kernel/errors/index.js';
import { fromGlobalId, maxPageSize, pageOf } from '../../kernel/graphql/index.js';
import { PairIncomplete, PairRefused, type PairAnswer, type PairHandler, type PairRequest } from './pair.js';

const readBody = onlyFields({
  email: emailAddress.nullish(),
  phoneNumber: phoneNumber.nullish(),
  search: z.string().max(500).nullish(),
  first: z.number().nullish(),
  after: z.string().max(1_000).nullish(),
});

/** Callers are contacts of this server: Cal.com keeps no customers. */
@Injectable()
export class UserPairs implements PairHandler {
  readonly rights = ['contacts:read', 'contacts:write'] as const;

  constructor(private readonly contacts: ContactsService) {}

  /** One by its id, its number or its address, else a list. */
  async read(ctx: RequestContext, { userId, data }: PairRequest): Promise<PairAnswer> {
    if (userId !== undefined) {
      const [contact] = await this.contacts.findByIds(ctx, [fromUserId(userId)]);
      if (!contact) throw new ContactNotFound(userId);
      return { data: toContactType(contact) };
    }
    const { email, phoneNumber: number, search, first, after } = parseInput(readBody, data, 'data');
    if (email) return this.one(ctx, email, ({ emails }) => emails.includes(email));
    if (number) return this.one(ctx, number, ({ phoneNumbers }) => phoneNumbers.includes(number));
    const { nodes, pageInfo } = await this.contacts.list(
      ctx,
      pageOf({ first: first ?? null, after: after ?? null }),
      search ?? undefined,
    );
    return { data: nodes, pageInfo };
  }

  async write(ctx: RequestContext, { data }: PairRequest): Promise<PairAnswer> {
    return { data: toContactType(await this.contacts.create(ctx, toContactInput(data))) };
  }

  async update(ctx: RequestContext, { userId, data }: PairRequest): Promise<PairAnswer> {
    if (userId === undefined) {
      throw new PairIncomplete('userId', { en: 'Say which user: userId.', fr: 'Indiquez l’utilisateur : userId.' });
    }
    return { data: toContactType(await this.contacts.update(ctx, fromUserId(userId), toContactInput(data))) };
  }

  async delete(): Promise<PairAnswer> {
    throw new PairRefused({
      en: 'Erasing a person takes their data out of calls, transcripts and appointments too: use eraseContact in GraphQL.',
      fr: 'Effacer une personne retire aussi ses données des appels, transcriptions et rendez-vous : utilisez eraseContact en GraphQL.',
    });
  }

  /** A search finds parts of numbers and addresses too: only the whole one counts. */
  private async one(
    ctx: RequestContext,
    value: string,
    isMeant: (contact: ContactType) => boolean,
  ): Promise<PairAnswer> {
    const { nodes } = await this.contacts.list(ctx, pageOf({ first: maxPageSize }), value);
    const contact = nodes.find(isMeant);
    // What was asked by is personal data: the error does not repeat it.
    if (!contact) throw new ContactNotFound('');
    return { data: contact };
  }
}

/** @throws ContactNotFound for what is no id of a contact. */
function fromUserId(userId: string): string {
  return fromGlobalId(contactPrefix, userId, () => new ContactNotFound(userId));
}

/** One number or address may stand in place of a list of them. */
function toContactInput({ email, phoneNumber: number, ...fields }: PairRequest['data']): object {
  return {
    ...fields,
    ...(email !== undefined && { emails: email === null ? [] : [email] }),
    ...(number !== undefined && { phoneNumbers: number === null ? [] : [number] }),
  };
}
