import { adminContext, createWorkspace } from '../../test/support/workspaces.js';
import { WorkspaceNotEntered } from '../kernel/auth/index.js';
import { uuidv7, type RequestContext } from '../kernel/context/index.js';
import { InvalidInput } from '../kernel/errors/index.js';
import { ClientDirectory } from './clients/client-directory.js';
import { ClientRepository } from './clients/client.repository.js';
import { ContactNotFound, IdentityTaken, MemoryNeedsConsent } from './contacts.errors.js';
import { ContactDirectory, type SeenIdentity } from './people/contact-directory.js';
import { contactsIn, withContactsDatabase } from './testing/contact-services.js';

const stores = withContactsDatabase();

function servicesOf() {
  const { trail, contacts } = contactsIn(stores.unitOfWork);
  return { trail, contacts, clients: new ClientDirectory(stores.unitOfWork, new ClientRepository()) };
}

function seenTogether(ctx: RequestContext, identities: readonly SeenIdentity[]): Promise<string[]> {
  return stores.unitOfWork.run(ctx, (tx) => new ContactDirectory().findOrCreateByIdentities(tx, identities));
}

const firstPage = { first: 20, after: undefined };

describe('contacts', () => {
  it('keeps what it was told, and lists the newest first', async () => {
    const ctx = await createWorkspace(stores.dataSource);
    const { contacts, trail } = servicesOf();
    const ada = await contacts.create(ctx, {
      name: 'Ada',
      emails: ['Ada@Example.org'],
      phoneNumbers: ['+33123456789'],
      timeZone: 'Europe/Paris',
    });
    const bob = await contacts.create(ctx, { name: 'Bob' });
    expect(ada).toMatchObject({
      name: 'Ada',
      emails: ['ada@example.org'],
      phoneNumbers: ['+33123456789'],
      timeZone: 'Europe/Paris',
      memory: null,
      memoryConsent: false,
    });
    const page = await contacts.list(ctx, firstPage);
    expect(page.nodes.map(({ id }) => id)).toEqual([`contact_${bob.id}`, `contact_${ada.id}`]);
    expect(trail.facts[0]).toEqual({
      action: 'contact.created',
      targetId: `contact_${ada.id}`,
      details: { fields: ['name', 'emails', 'phoneNumbers', 'timeZone'] },
    });
  });

  it('walks through all pages without a gap or a repetition', async () => {
    const ctx = await createWorkspace(stores.dataSource);
    const { contacts } = servicesOf();
    const identities = Array.from({ length: 7 }, (_, index) => ({
      kind: 'phone' as const,
      value: `+3312345678${index}`,
    }));
    const ids = await seenTogether(ctx, identities);
    const seen: string[] = [];
    let after: string | undefined;
    do {
      const page = await contacts.list(ctx, { first: 3, after });
      seen.push(...page.nodes.map(({ id }) => id));
      after = page.pageInfo.hasNextPage ? (page.pageInfo.endCursor ?? undefined) : undefined;
      expect(await page.totalCount()).toBe(7);
    } while (after !== undefined);
    expect([...seen].sort()).toEqual(ids.map((id) => `contact_${id}`).sort());
  });

  it.each([
    ['helene', 'Hélène Müller'],
    ['MULLER', 'Hélène Müller'],
    ['01 23 45', 'Hélène Müller'],
    ['@exam', 'Hélène Müller'],
    ['100%', '100% Zoé'],
  ])('finds by %s', async (search, name) => {
    const ctx = await createWorkspace(stores.dataSource);
    const { contacts } = servicesOf();
    await contacts.create(ctx, { name: 'Hélène Müller', emails: ['hm@example.org'], phoneNumbers: ['+33123456789'] });
    await contacts.create(ctx, { name: '100% Zoé' });
    const found = await contacts.list(ctx, firstPage, search);
    expect(found.nodes.map((contact) => contact.name)).toEqual([name]);
    expect(await found.totalCount()).toBe(1);
  });

  it.each(["'; DROP TABLE contacts; --", '\u0000', '\\', '_', '<script>'])(
    'finds nothing by %j, and breaks nothing',
    async (search) => {
      const ctx = await createWorkspace(stores.dataSource);
      const { contacts } = servicesOf();
      await contacts.create(ctx, { name: 'Ada' });
      const page = await contacts.list(ctx, firstPage, search);
      expect(page.nodes).toHaveLength(search === '\u0000' ? 1 : 0);
    },
  );

  it('names the field whose value another contact has, and changes nothing', async () => {
    const ctx = await createWorkspace(stores.dataSource);
    const { contacts } = servicesOf();
    await contacts.create(ctx, { name: 'Ada', phoneNumbers: ['+33123456789'] });
    const bob = await contacts.create(ctx, { name: 'Bob', emails: ['bob@example.org'] });
    const refused = contacts.update(ctx, bob.id, {
      name: 'Robert',
      emails: ['b@example.org'],
      phoneNumbers: ['+33123456789'],
    });
    await expect(refused).rejects.toMatchObject({ kind: 'conflict', fields: [{ path: 'input.phoneNumbers' }] });
    await expect(refused).rejects.toBeInstanceOf(IdentityTaken);
    const [unchanged] = await contacts.findByIds(ctx, [bob.id]);
    expect(unchanged).toMatchObject({ name: 'Bob', emails: ['bob@example.org'], phoneNumbers: [] });
  });

  it('lets another workspace have the same number, and shows it none of ours', async () => {
    const [ours, theirs] = [await createWorkspace(stores.dataSource), await createWorkspace(stores.dataSource)];
    const { contacts } = servicesOf();
    const ada = await contacts.create(ours, { name: 'Ada', phoneNumbers: ['+33123456789'] });
    await contacts.create(theirs, { name: 'Bob', phoneNumbers: ['+33123456789'] });
    expect(await contacts.findByIds(theirs, [ada.id])).toEqual([]);
    await expect(contacts.update(theirs, ada.id, { name: 'X' })).rejects.toBeInstanceOf(ContactNotFound);
    await expect(contacts.erase(theirs, ada.id)).rejects.toBeInstanceOf(ContactNotFound);
    expect((await contacts.list(theirs, firstPage)).nodes.map(({ name }) => name)).toEqual(['Bob']);
    const [unchanged] = await contacts.findByIds(ours, [ada.id]);
    expect(unchanged?.name).toBe('Ada');
  });

  it('replaces the lists that are given and leaves the others', async () => {
    const ctx = await createWorkspace(stores.dataSource);
    const { contacts } = servicesOf();
    const { id } = await contacts.create(ctx, {
      name: 'Ada',
      emails: ['a@b.fr', 'c@d.fr'],
      phoneNumbers: ['+33123456789'],
    });
    const changed = await contacts.update(ctx, id, { name: null, emails: ['c@d.fr', 'e@f.fr'] });
    expect(changed).toMatchObject({ name: null, emails: ['c@d.fr', 'e@f.fr'], phoneNumbers: ['+33123456789'] });
  });

  it('remembers with consent only, and forgets when it is taken back', async () => {
    const ctx = await createWorkspace(stores.dataSource);
    const { contacts } = servicesOf();
    await expect(contacts.create(ctx, { memory: 'Likes the window table' })).rejects.toBeInstanceOf(MemoryNeedsConsent);
    const { id } = await contacts.create(ctx, { memory: 'Likes the window table', memoryConsent: true });
    expect(await contacts.update(ctx, id, { memoryConsent: false })).toMatchObject({
      memory: null,
      memoryConsent: false,
    });
  });

  it.each([
    [{ phoneNumbers: ['0612345678'] }, 'input.phoneNumbers.0'],
    [{ emails: ['nobody'] }, 'input.emails.0'],
    [{ timeZone: 'Mars/Olympus' }, 'input.timeZone'],
    [{ name: 'a\u0000b' }, 'input.name'],
    [{ nom: 'Ada' }, 'input'],
  ])('refuses %j by its field', async (input, path) => {
    const ctx = await createWorkspace(stores.dataSource);
    const refused = servicesOf().contacts.create(ctx, input);
    await expect(refused).rejects.toBeInstanceOf(InvalidInput);
    await expect(refused).rejects.toMatchObject({ fields: [{ path }] });
  });

  it('lets a platform ADMIN read all workspaces and change none', async () => {
    const ctx = await createWorkspace(stores.dataSource);
    const { contacts } = servicesOf();
    const { id } = await contacts.create(ctx, { name: 'Ada' });
    expect(await contacts.findByIds(adminContext(), [id])).toHaveLength(1);
    await expect(contacts.update(adminContext(), id, { name: 'X' })).rejects.toBeInstanceOf(WorkspaceNotEntered);
  });
});

describe('the contact directory', () => {
  it('finds by number and address, and makes whom nobody knows', async () => {
    const ctx = await createWorkspace(stores.dataSource);
    const [ada, bob, again] = await seenTogether(ctx, [
      { kind: 'phone', value: '+33123456789', name: 'Ada' },
      { kind: 'email', value: 'Bob@Example.org' },
      { kind: 'phone', value: '+33123456789' },
    ]);
    expect(again).toBe(ada);
    expect(await seenTogether(ctx, [{ kind: 'email', value: 'bob@example.org', name: 'Bob\u0007' }])).toEqual([bob]);
    const { contacts } = servicesOf();
    const known = await contacts.findByIds(ctx, [ada ?? '', bob ?? '']);
    expect(known.map(({ name }) => name).sort()).toEqual(['Ada', 'Bob']);
  });

  it('keeps a known name', async () => {
    const ctx = await createWorkspace(stores.dataSource);
    const [id = ''] = await seenTogether(ctx, [{ kind: 'phone', value: '+33123456789', name: 'Ada' }]);
    await seenTogether(ctx, [{ kind: 'phone', value: '+33123456789', name: 'Somebody' }]);
    const [contact] = await servicesOf().contacts.findByIds(ctx, [id]);
    expect(contact?.name).toBe('Ada');
  });

  it('makes each contact once when many ask at the same time, in any order', async () => {
    const ctx = await createWorkspace(stores.dataSource);
    const identities = Array.from({ length: 200 }, (_, index): SeenIdentity => ({
      kind: index % 2 ? 'phone' : 'email',
      value: index % 2 ? `+33100000${String(index).padStart(3, '0')}` : `p${index}@example.org`,
      name: `Person ${index}`,
    }));
    const orders = [identities, [...identities].reverse(), identities.slice(50), identities.slice(0, 150).reverse()];
    const answers = await Promise.all([...orders, ...orders].map((order) => seenTogether(ctx, order)));
    const idOf = new Map<string, Set<string>>();
    answers.forEach((ids, index) => {
      [...orders, ...orders][index]?.forEach(({ value }, position) => {
        idOf.set(value, (idOf.get(value) ?? new Set()).add(ids[position] ?? ''));
      });
    });
    expect([...idOf.values()].every((ids) => ids.size === 1)).toBe(true);
    const all = await servicesOf().contacts.list(ctx, { first: 1, after: undefined });
    expect(await all.totalCount()).toBe(200);
  });
});

describe('the client directory', () => {
  it('finds a client by its name, whatever the case, and takes the newest address', async () => {
    const ctx = await createWorkspace(stores.dataSource);
    const { clients } = servicesOf();
    const made = await clients.findOrCreate(ctx, { name: 'Le Gourmet', email: 'contact@legourmet.fr' });
    expect(await clients.findOrCreate(ctx, { name: 'LE GOURMET' })).toEqual(made);
    const changed = await clients.findOrCreate(ctx, { name: 'le gourmet', email: 'salle@legourmet.fr' });
    expect(changed).toMatchObject({ id: made.id, name: 'Le Gourmet', email: 'salle@legourmet.fr' });
    expect(await clients.list(ctx)).toHaveLength(1);
  });

  it('makes one client when many ask at the same time', async () => {
    const ctx = await createWorkspace(stores.dataSource);
    const { clients } = servicesOf();
    const made = await Promise.all(Array.from({ length: 8 }, () => clients.findOrCreate(ctx, { name: 'Le Gourmet' })));
    expect(new Set(made.map(({ id }) => id)).size).toBe(1);
  });

  it('does not find the client of another workspace', async () => {
    const [ours, theirs] = [await createWorkspace(stores.dataSource), await createWorkspace(stores.dataSource)];
    const { clients } = servicesOf();
    const { id } = await clients.findOrCreate(ours, { name: 'Le Gourmet' });
    await expect(clients.require(theirs, id)).rejects.toMatchObject({ kind: 'not_found' });
    await expect(clients.setEmail(theirs, id, 'x@example.org')).rejects.toMatchObject({ kind: 'not_found' });
    await expect(clients.require(ours, uuidv7())).rejects.toMatchObject({ kind: 'not_found' });
  });
});
