import { Injectable } from '@nestjs/common';
import { ContactDirectory, ContactsService, type KnownContact } from '../../contacts/index.js';
import type { RequestContext } from '../../kernel/context/index.js';
import { UnitOfWork } from '../../kernel/database/index.js';
import type { ToolInvocation } from '../../voice/index.js';

/** Who is on the telephone, as far as the number tells. */
export interface Caller {
  /** Null for callers who show no number: nothing is theirs to see or to change. */
  contactId: string | null;
  /** E.164. */
  number: string | null;
  name: string | null;
  /** Those that identify them; what a caller merely says is not among them. */
  emails: readonly string[];
  /** IANA; null where nobody has told it. */
  timeZone: string | null;
  known: KnownContact | null;
}

export type IdentifiedCaller = Caller & { contactId: string };

export function isIdentified(caller: Caller): caller is IdentifiedCaller {
  return caller.contactId !== null;
}

const anonymous: Caller = { contactId: null, number: null, name: null, emails: [], timeZone: null, known: null };

/**
 * Finds out whose appointments and whose data a caller may see: those of the contact with the calling number, and nobody
 * else's, whatever is said on the telephone.
 *
 * @example
 * const caller = await this.callers.find(ctx, invocation);
 * if (caller.contactId === null) return inLocale(callerUnknown, ctx.locale);
 */
@Injectable()
export class CallerIdentity {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly directory: ContactDirectory,
    private readonly contacts: ContactsService,
  ) {}

  /** Makes the contact of a new number, as its call does. Joins the unit of work of the context, or opens one. */
  async find(ctx: RequestContext, { callerNumber: number }: Pick<ToolInvocation, 'callerNumber'>): Promise<Caller> {
    if (number === null) return anonymous;
    return this.unitOfWork.run(ctx, async (tx) => {
      const ids = await this.directory.findOrCreateByIdentities(tx, [{ kind: 'phone', value: number }]);
      const [known] = await this.contacts.findByIds(tx, ids);
      if (!known) throw new Error('The caller’s contact was erased while they were on the telephone.');
      const { id: contactId, name, provenEmails: emails, timeZone } = known;
      return { contactId, number, name, emails, timeZone, known };
    });
  }
}
