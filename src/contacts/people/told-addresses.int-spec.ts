import { adminContext, createWorkspace } from '../../../test/support/workspaces.js';
import { WorkspaceNotEntered } from '../../kernel/auth/index.js';
import { uuidv7, type RequestContext } from '../../kernel/context/index.js';
import { InvalidInput } from '../../kernel/errors/index.js';
import { ContactNotFound, IdentityTaken } from '../contacts.errors.js';
import '../contacts.personal-data.js';
import { ContactDirectory } from './contact-directory.js';
import { contactsIn, withContactsDatabase } from '../testing/contact-services.js';

const stores = withContactsDatabase();

const address = 'marie@example.org';

async function start() {
  const ctx = await createWorkspace(stores.dataSource);
  const { trail, contacts } = contactsIn(stores.unitOfWork);
  const byNumber = (value: string) => seen(ctx, { kind: 'phone', value });
  const known = async (id: string) => {
    const [contact] = await contacts.findByIds(ctx, [id]);
    if (!contact) throw new Error('The contact is gone.');
    return contact;
  };
  return { ctx, trail, contacts, byNumber, known };
}

async function seen(ctx: RequestContext, identity: { kind: 'phone' | 'email'; value: string; name?: string }) {
  const [id] = await stores.unitOfWork.run(ctx, (tx) =>
    new ContactDirectory().findOrCreateByIdentities(tx, [identity]),
  );
  if (id === undefined) throw new Error('No contact was made.');
  return id;
}

function seenByEmail(ctx: RequestContext, value: string, name?: string): Promise<string> {
  return seen(ctx, { kind: 'email', value, ...(name !== undefined && { name }) });
}

describe('what callers say of themselves', () => {
  it('is kept, the address as unproven, and the log names the fields only', async () => {
    const { ctx, contacts, byNumber, known, trail } = await start();
    const id = await byNumber('+33612345678');
    const told = await contacts.tell(ctx, id, { name: 'Marie', email: 'Marie@Example.org', timeZone: 'Europe/Paris' });
    expect(told).toEqual({ emailKept: true });
    expect(await known(id)).toMatchObject({
      name: 'Marie',
      timeZone: 'Europe/Paris',
      emails: [address],
      provenEmails: [],
    });
    expect(trail.facts).toEqual([
      {
        action: 'contact.told',
        targetId: `contact_${id}`,
        details: { fields: ['name', 'timeZone', 'emails'] },
      },
    ]);
  });

  it('may correct the name that was known', async () => {
    const { ctx, contacts, known } = await start();
    const { id } = await contacts.create(ctx, { name: 'Mari', phoneNumbers: ['+33612345678'] });
    await contacts.tell(ctx, id, { name: 'Marie' });
    expect((await known(id)).name).toBe('Marie');
  });

  it('changes nothing else, and nothing at all where nothing is said', async () => {
    const { ctx, contacts, known, trail } = await start();
    const { id } = await contacts.create(ctx, { name: 'Marie', emails: ['m@example.org'], timeZone: 'Asia/Tokyo' });
    expect(await contacts.tell(ctx, id, {})).toEqual({ emailKept: false });
    expect(await known(id)).toMatchObject({
      name: 'Marie',
      timeZone: 'Asia/Tokyo',
      provenEmails: ['m@example.org'],
    });
    expect(trail.facts).toHaveLength(1);
  });

  it('belongs to the unit of work of whoever asks', async () => {
    const { ctx, contacts, byNumber, known } = await start();
    const id = await byNumber('+33612345678');
    const undone = stores.unitOfWork.run(ctx, async (tx) => {
      await contacts.tell(tx, id, { name: 'Marie', email: address });
      throw new Error('the tool was too late');
    });
    await expect(undone).rejects.toThrow('too late');
    expect(await known(id)).toMatchObject({ name: null, emails: [] });
  });

  it.each([
    [{ name: 'a\u0000b' }, 'input.name'],
    [{ email: 'nobody' }, 'input.email'],
    [{ timeZone: 'Mars/Olympus' }, 'input.timeZone'],
  ])('is checked like any input: %j', async (input, path) => {
    const { ctx, contacts, byNumber } = await start();
    const refused = contacts.tell(ctx, await byNumber('+33612345678'), input);
    await expect(refused).rejects.toBeInstanceOf(InvalidInput);
    await expect(refused).rejects.toMatchObject({ fields: [{ path }] });
  });

  it('cannot be told of a contact of another workspace, or by a reader across workspaces', async () => {
    const [{ contacts, byNumber, known }, theirs] = [await start(), await start()];
    const id = await byNumber('+33612345678');
    await expect(contacts.tell(theirs.ctx, id, { name: 'X' })).rejects.toBeInstanceOf(ContactNotFound);
    await expect(contacts.tell(theirs.ctx, uuidv7(), { name: 'X' })).rejects.toBeInstanceOf(ContactNotFound);
    await expect(contacts.tell(adminContext(), id, { name: 'X' })).rejects.toBeInstanceOf(WorkspaceNotEntered);
    expect((await known(id)).name).toBeNull();
  });
});

describe('an address that was merely said', () => {
  it('replaces the one said before, and no proven one', async () => {
    const { ctx, contacts, known } = await start();
    const { id } = await contacts.create(ctx, { emails: ['proven@example.org'] });
    await contacts.tell(ctx, id, { email: 'mari@example.org' });
    await contacts.tell(ctx, id, { email: address });
    expect(await known(id)).toMatchObject({
      emails: ['proven@example.org', address],
      provenEmails: ['proven@example.org'],
    });
    expect(await contacts.tell(ctx, id, { email: 'proven@example.org' })).toEqual({ emailKept: true });
    expect(await known(id)).toMatchObject({ emails: ['proven@example.org'], provenEmails: ['proven@example.org'] });
  });

  it('is not kept where somebody else has it, said or proven, and takes nothing away', async () => {
    const { ctx, contacts, byNumber, known } = await start();
    const [first, second] = [await byNumber('+33612345678'), await byNumber('+33612345679')];
    const booker = await seenByEmail(ctx, 'booker@example.org');
    await contacts.tell(ctx, first, { email: address });
    expect(await contacts.tell(ctx, second, { email: address })).toEqual({ emailKept: false });
    expect(await contacts.tell(ctx, second, { email: 'booker@example.org' })).toEqual({ emailKept: false });
    expect(await known(first)).toMatchObject({ emails: [address] });
    expect(await known(second)).toMatchObject({ emails: [] });
    expect(await known(booker)).toMatchObject({ provenEmails: ['booker@example.org'] });
  });

  it('is kept by one of many who say it at the same time', async () => {
    const { ctx, contacts, byNumber } = await start();
    const ids = await Promise.all(Array.from({ length: 8 }, (_, index) => byNumber(`+3361234567${index}`)));
    const told = await Promise.all(ids.map((id) => contacts.tell(ctx, id, { email: address })));
    expect(told.filter(({ emailKept }) => emailKept)).toHaveLength(1);
    const holders = (await contacts.findByIds(ctx, ids)).filter(({ emails }) => emails.includes(address));
    expect(holders).toHaveLength(1);
  });

  it('may be said in each workspace', async () => {
    const [ours, theirs] = [await start(), await start()];
    for (const { ctx, contacts, byNumber } of [ours, theirs]) {
      expect(await contacts.tell(ctx, await byNumber('+33612345678'), { email: address })).toEqual({ emailKept: true });
    }
  });

  it('is not kept beyond as many as a contact can have', async () => {
    const { ctx, contacts } = await start();
    const emails = Array.from({ length: 20 }, (_, index) => `m${index}@example.org`);
    const { id } = await contacts.create(ctx, { emails });
    expect(await contacts.tell(ctx, id, { email: address })).toEqual({ emailKept: false });
  });

  it('finds nobody: a booking by it is a new contact’s, which has it from then on', async () => {
    const { ctx, contacts, byNumber, known } = await start();
    const caller = await byNumber('+33612345678');
    await contacts.tell(ctx, caller, { name: 'Mallory', email: address });
    const booker = await seenByEmail(ctx, address, 'Marie');
    expect(booker).not.toBe(caller);
    expect(await known(booker)).toMatchObject({ name: 'Marie', provenEmails: [address], phoneNumbers: [] });
    expect(await known(caller)).toMatchObject({ name: 'Mallory', emails: [] });
    expect(await seenByEmail(ctx, address)).toBe(booker);
    expect(await contacts.tell(ctx, caller, { email: address })).toEqual({ emailKept: false });
    expect(await known(caller)).toMatchObject({ emails: [] });
  });

  it('becomes one new contact’s when many bookings by it arrive at the same time', async () => {
    const { ctx, contacts, byNumber } = await start();
    await contacts.tell(ctx, await byNumber('+33612345678'), { email: address });
    const bookers = await Promise.all(Array.from({ length: 8 }, () => seenByEmail(ctx, address)));
    expect(new Set(bookers).size).toBe(1);
    const all = await contacts.list(ctx, { first: 1, after: undefined });
    expect(await all.totalCount()).toBe(2);
  });

  it('is proven by a person who saves the contact with it', async () => {
    const { ctx, contacts, byNumber, known } = await start();
    const caller = await byNumber('+33612345678');
    await contacts.tell(ctx, caller, { email: address });
    await contacts.update(ctx, caller, { name: 'Marie' });
    expect((await known(caller)).provenEmails).toEqual([]);
    await contacts.update(ctx, caller, { emails: [address] });
    expect((await known(caller)).provenEmails).toEqual([address]);
    expect(await seenByEmail(ctx, address)).toBe(caller);
  });

  it('gives way to a person who enters it at another contact, and stays where nobody does', async () => {
    const { ctx, contacts, byNumber, known } = await start();
    const mallory = await byNumber('+33612345678');
    await contacts.tell(ctx, mallory, { email: address });
    const marie = await contacts.create(ctx, { name: 'Marie', emails: [address] });
    expect(marie.provenEmails).toEqual([address]);
    expect((await known(mallory)).emails).toEqual([]);
    await expect(contacts.update(ctx, mallory, { emails: [address] })).rejects.toBeInstanceOf(IdentityTaken);
    await contacts.update(ctx, marie.id, { emails: [] });
    expect(await contacts.tell(ctx, mallory, { email: address })).toEqual({ emailKept: true });
  });

  it('goes with the person who is erased, and is free for others then', async () => {
    const { ctx, contacts, byNumber } = await start();
    const [first, second] = [await byNumber('+33612345678'), await byNumber('+33612345679')];
    await contacts.tell(ctx, first, { email: address });
    await contacts.erase(ctx, first);
    expect(await contacts.tell(ctx, second, { email: address })).toEqual({ emailKept: true });
  });
});
