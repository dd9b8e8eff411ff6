import { Injectable } from '@nestjs/common';
import { assertWorkspaceEntered, AuditTrail } from '../../kernel/auth/index.js';
import { uuidv7, type RequestContext } from '../../kernel/context/index.js';
import { UnitOfWork } from '../../kernel/database/index.js';
import { parseInput } from '../../kernel/errors/index.js';
import { Cursors, toGlobalId, toPage, type Page, type PageRequest } from '../../kernel/graphql/index.js';
import { ContactNotFound, IdentityTaken, MemoryNeedsConsent } from '../contacts.errors.js';
import { ContactArchiver, type ContactArchive } from '../personal-data/contact-archiver.js';
import { ContactEraser } from '../personal-data/contact-eraser.js';
import { contactInput, toldInput, type ContactFields, type ToldOfThemselves } from './contact-input.js';
import type { IdentityKind } from './contact-identity.entity.js';
import { ContactRepository, type ContactChanges, type IdentityList, type KnownContact } from './contact.repository.js';
import { contactPrefix, toContactType, type ContactType } from './graphql/contact.type.js';

const cursors = new Cursors('contacts', 'moment');

/** Who calls, books, is remembered. */
@Injectable()
export class ContactsService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly contacts: ContactRepository,
    private readonly audit: AuditTrail,
    private readonly eraser: ContactEraser,
    private readonly archiver: ContactArchiver,
  ) {}

  /** Newest first; `search` looks in names, addresses and numbers, whatever accents and case. */
  list(ctx: RequestContext, request: PageRequest, search?: string): Promise<Page<ContactType>> {
    const after = request.after === undefined ? null : cursors.decode(ctx, request.after);
    return this.unitOfWork.run(ctx, async (tx) => {
      const rows = await this.contacts.findPage(tx, { search, after, limit: request.first + 1 });
      return toPage({
        request,
        rows,
        toNode: toContactType,
        cursorOf: ({ position, id }) => cursors.encode(ctx, { key: position, id }),
        countAll: () => this.unitOfWork.run(ctx, (counting) => this.contacts.count(counting, search)),
      });
    });
  }

  /** Those that the context may see, in no order. */
  findByIds(ctx: RequestContext, ids: readonly string[]): Promise<KnownContact[]> {
    return this.unitOfWork.run(ctx, (tx) => this.contacts.findByIds(tx, ids));
  }

  async create(ctx: RequestContext, input: unknown): Promise<KnownContact> {
    assertWorkspaceEntered(ctx);
    const fields = parseInput(contactInput, input);
    const changes = settleConsent(fields, false);
    return this.unitOfWork.run(ctx, async (tx) => {
      const id = uuidv7();
      await this.contacts.insert(tx, id, changes);
      await this.replaceIdentities(tx, id, fields);
      await this.record(tx, { action: 'contact.created', id }, namesOf(fields));
      return this.require(tx, id);
    });
  }

  /** @throws ContactNotFound, IdentityTaken, MemoryNeedsConsent */
  async update(ctx: RequestContext, id: string, input: unknown): Promise<KnownContact> {
    assertWorkspaceEntered(ctx);
    const fields = parseInput(contactInput, input);
    return this.unitOfWork.run(ctx, async (tx) => {
      const { memoryConsent } = await this.require(tx, id);
      if (!(await this.contacts.update(tx, id, settleConsent(fields, memoryConsent)))) throw new ContactNotFound(id);
      await this.replaceIdentities(tx, id, fields);
      await this.record(tx, { action: 'contact.updated', id }, namesOf(fields));
      return this.require(tx, id);
    });
  }

  /**
   * Keeps what callers say of themselves; they may correct their own name. An address that is merely said identifies
   * nobody, else whoever says a stranger's would see what is the stranger's; a person of the workspace proves it by
   * entering it. What comes of it goes to no caller: it would tell who is known here.
   *
   * @param input checked like any other. @throws InvalidInput, ContactNotFound
   */
  async tell(ctx: RequestContext, id: string, input: ToldOfThemselves): Promise<{ emailKept: boolean }> {
    assertWorkspaceEntered(ctx);
    const { email, name, timeZone } = parseInput(toldInput, input);
    const changes: ContactChanges = {
      ...(name !== undefined && { name }),
      ...(timeZone !== undefined && { timeZone }),
    };
    return this.unitOfWork.run(ctx, async (tx) => {
      if (!(await this.contacts.update(tx, id, changes))) throw new ContactNotFound(id);
      const emailKept = email !== undefined && (await this.contacts.keepUnproven(tx, id, email));
      const fields = [...namesOf(changes), ...(emailKept ? ['emails'] : [])];
      if (fields.length > 0) await this.record(tx, { action: 'contact.told', id }, fields);
      return { emailKept };
    });
  }

  /**
   * Erases the person's data wherever the registry of personal data says it stands. Calls, their costs and the fact that
   * events arrived stay, with nothing in them about the person.
   *
   * @throws ContactNotFound
   */
  async erase(ctx: RequestContext, id: string): Promise<void> {
    assertWorkspaceEntered(ctx);
    await this.unitOfWork.run(ctx, async (tx) => {
      await this.require(tx, id);
      const rows = await this.eraser.erase(tx, id);
      const targetId = toGlobalId(contactPrefix, id);
      await this.audit.record(tx, { action: 'contact.erased', targetId, details: rows });
    });
  }

  /**
   * Everything stored about the person, by table.
   *
   * @throws ContactNotFound
   */
  archive(ctx: RequestContext, id: string): Promise<ContactArchive> {
    return this.unitOfWork.run(ctx, async (tx) => {
      await this.require(tx, id);
      return this.archiver.collect(tx, id);
    });
  }

  private async require(ctx: RequestContext, id: string): Promise<KnownContact> {
    const [contact] = await this.contacts.findByIds(ctx, [id]);
    if (!contact) throw new ContactNotFound(id);
    return contact;
  }

  private async replaceIdentities(
    ctx: RequestContext,
    id: string,
    { emails, phoneNumbers }: ContactFields,
  ): Promise<void> {
    const lists: IdentityList[] = [];
    if (emails !== undefined) lists.push({ kind: 'email', values: emails ?? [] });
    if (phoneNumbers !== undefined) lists.push({ kind: 'phone', values: phoneNumbers ?? [] });
    const taken: IdentityKind[] = [];
    for (const list of lists) {
      if (!(await this.contacts.replaceIdentities(ctx, id, list))) taken.push(list.kind);
    }
    if (taken.length > 0) throw new IdentityTaken(taken);
  }

  /** The log is never erased: it names the fields that changed, not what stands in them. */
  private record(ctx: RequestContext, { action, id }: ContactAct, fields: readonly string[]): Promise<void> {
    return this.audit.record(ctx, { action, targetId: toGlobalId(contactPrefix, id), details: { fields } });
  }
}

interface ContactAct {
  action: string;
  id: string;
}

function namesOf(fields: ContactFields | ContactChanges): string[] {
  return Object.entries(fields).flatMap(([field, value]) => (value === undefined ? [] : [field]));
}

/**
 * Something is remembered with consent only; taking it back empties the memory.
 *
 * @throws MemoryNeedsConsent
 */
function settleConsent(fields: ContactFields, consentSoFar: boolean): ContactChanges {
  const { name, timeZone, memory } = fields;
  const memoryConsent = fields.memoryConsent ?? consentSoFar;
  if (memory && !memoryConsent) throw new MemoryNeedsConsent();
  const changes: ContactChanges = { memoryConsent };
  if (name !== undefined) changes.name = name;
  if (timeZone !== undefined) changes.timeZone = timeZone;
  if (memory !== undefined || !memoryConsent) changes.memory = memory || null;
  return changes;
}
