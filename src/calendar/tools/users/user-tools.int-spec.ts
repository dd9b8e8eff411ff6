import { ContactsService } from '../../../contacts/index.js';
import type { RequestContext } from '../../../kernel/context/index.js';
import { CalendarLine } from '../../../../test/support/calendar-line.js';
import { CallerIdentity } from '../caller.js';

let calendar: CalendarLine;

beforeAll(async () => {
  calendar = await CalendarLine.start();
}, 60_000);
afterAll(() => calendar.close());

const jean = '+33612345678';
const marie = '+33612345679';
const address = 'marie@example.org';

/** A workspace whose callers use the tools. */
async function start(language = 'fr-FR') {
  const line = await calendar.openLine([], language);
  const { ctx }: { ctx: RequestContext } = line;
  const { app } = calendar.intake.app;
  const contacts = app.get(ContactsService, { strict: false });
  const callers = app.get(CallerIdentity, { strict: false });
  const say = (name: string, args: unknown, number: string | null = jean) =>
    calendar.call(line, { number }).use(name, args);
  const everybody = async () => {
    const { nodes } = await contacts.list(ctx, { first: 50, after: undefined });
    return nodes.map(({ name, emails, unprovenEmails, phoneNumbers }) => ({
      name,
      emails,
      unprovenEmails,
      phoneNumbers,
    }));
  };
  const audited = async () => {
    const rows = await calendar.read<{ action: string }>(ctx, 'SELECT action FROM audit_entries ORDER BY id');
    return rows.map(({ action }) => action);
  };
  return { ctx, contacts, callers, say, everybody, audited };
}

const hostile = [
  ['an id', (id: string) => ({ userId: `contact_${id}` })],
  ['a bare id', (id: string) => ({ userId: id })],
  ['an address', () => ({ email: address })],
  ['an address as an id', () => ({ userId: address })],
  ['a name', () => ({ userId: 'Marie Martin' })],
  ['a number', () => ({ userId: marie })],
  ['an address with an own id', () => ({ userId: 'me', email: address })],
] as const;

describe('callers', () => {
  it('are the contact of their number, made when it first calls', async () => {
    const { ctx, callers } = await start();
    const first = await callers.find(ctx, { callerNumber: jean });
    expect(first).toMatchObject({ number: jean, name: null, emails: [], timeZone: null });
    expect((await callers.find(ctx, { callerNumber: jean })).contactId).toBe(first.contactId);
    expect((await callers.find(ctx, { callerNumber: marie })).contactId).not.toBe(first.contactId);
    expect((await callers.find(ctx, { callerNumber: null })).contactId).toBeNull();
  });

  it('are identified by addresses that a person entered, and by none that they said', async () => {
    const { ctx, callers, contacts, say } = await start();
    const { id } = await contacts.create(ctx, { phoneNumbers: [jean], emails: ['jean@example.org'] });
    await say('user_update', { email: address });
    expect(await callers.find(ctx, { callerNumber: jean })).toMatchObject({
      contactId: id,
      emails: ['jean@example.org'],
      known: { emails: ['jean@example.org', address] },
    });
  });
});

describe('user_read', () => {
  it('tells callers what is noted under their number, in their language', async () => {
    const { ctx, contacts, say } = await start();
    await contacts.create(ctx, {
      name: 'Jean Dupont',
      phoneNumbers: [jean],
      emails: ['jean@example.org'],
      timeZone: 'America/New_York',
    });
    expect(await say('user_read', {})).toBe(
      'Pour votre numéro, j’ai noté le nom Jean Dupont, l’adresse jean arobase example point org et l’heure de New York. Faut-il changer quelque chose ?',
    );
    const english = await start('en-GB');
    await english.contacts.create(english.ctx, { name: 'Jean Dupont', phoneNumbers: [jean] });
    expect(await english.say('user_read', { userId: 'me' })).toBe(
      'Under your number I have noted the name Jean Dupont. Shall I change anything?',
    );
  });

  it.each(hostile)('tells nothing of others by %s, and the same as of nobody', async (_by, ask) => {
    const { ctx, contacts, say, everybody } = await start();
    const { id } = await contacts.create(ctx, { name: 'Marie Martin', phoneNumbers: [marie], emails: [address] });
    const before = await everybody();
    const other = await start();
    const [told, ofNobody] = [await say('user_read', ask(id)), await other.say('user_read', ask(id))];
    expect(told).toBe(ofNobody);
    expect(told).toContain('Je peux seulement lire');
    expect(await everybody()).toEqual([expect.objectContaining({ phoneNumbers: [jean] }), ...before]);
  });

  it('does not tell whether an address that was said is somebody’s', async () => {
    const { ctx, contacts, say } = await start();
    await contacts.create(ctx, { name: 'Marie', emails: [address] });
    const answers = [
      await say('user_update', { email: address }),
      await say('user_read', {}),
      await say('user_read', { email: address }),
    ];
    const other = await start();
    expect(answers).toEqual([
      await other.say('user_update', { email: address }),
      await other.say('user_read', {}),
      await other.say('user_read', { email: address }),
    ]);
  });

  it('tells callers without a number why it cannot know them', async () => {
    const { say, everybody } = await start();
    for (const name of ['user_read', 'user_create', 'user_update'] as const) {
      expect(await say(name, { name: 'Jean', userId: 'me' }, null)).toContain('Votre numéro ne s’affiche pas');
    }
    expect(await everybody()).toEqual([]);
  });

  it('knows nothing of the same number in another workspace', async () => {
    const [ours, theirs] = [await start(), await start()];
    await ours.say('user_create', { name: 'Jean Dupont' });
    expect(await theirs.say('user_read', {})).toContain('Rien n’est encore noté');
  });

  it('knows nothing any more of whoever was erased', async () => {
    const { ctx, contacts, callers, say, everybody } = await start();
    await say('user_create', { name: 'Jean Dupont', email: address });
    const { contactId } = await callers.find(ctx, { callerNumber: jean });
    await contacts.erase(ctx, contactId ?? '');
    expect(await everybody()).toEqual([]);
    expect(await say('user_read', {})).toContain('Rien n’est encore noté');
  });
});

describe('user_create', () => {
  it('notes who is calling, and says what it understood', async () => {
    const { say, everybody, audited } = await start();
    const said = { name: 'Jean Dupont', email: 'jean@example.org', timeZone: 'Montréal', username: 'jdupont' };
    expect(await say('user_create', said)).toBe(
      'C’est noté : le nom Jean Dupont et l’heure de Toronto. J’ai compris l’adresse jean arobase example point org. ' +
        'Par sécurité, une adresse donnée au téléphone ne sert qu’une fois vérifiée par l’équipe.',
    );
    expect(await everybody()).toEqual([
      {
        name: 'Jean Dupont',
        emails: ['jean@example.org'],
        unprovenEmails: ['jean@example.org'],
        phoneNumbers: [jean],
      },
    ]);
    expect(await audited()).toContain('contact.told');
  });

  it('asks for the name first, and for what was not clear', async () => {
    const { say, everybody } = await start();
    expect(await say('user_create', {})).toBe('À quel nom ?');
    expect(await say('user_create', { email: 'jean quelque part', timeZone: 'États-Unis' })).toBe(
      'Je n’ai pas bien compris l’adresse e-mail. Pouvez-vous l’épeler ? ' +
        'Dans quelle ville êtes-vous, pour le fuseau horaire ? À quel nom ?',
    );
    expect(await everybody()).toMatchObject([{ name: null, emails: [] }]);
  });

  it('renames nobody without asking', async () => {
    const { say, everybody } = await start();
    await say('user_create', { name: 'Jean Dupont' });
    expect(await say('user_create', {})).toContain('déjà noté au nom de Jean Dupont');
    expect(await say('user_create', { username: 'mdurand' })).toContain('déjà noté au nom de Jean Dupont');
    expect(await say('user_create', { name: 'Marie' })).toBe(
      'Votre numéro est noté au nom de Jean Dupont. Faut-il remplacer ce nom par Marie ?',
    );
    expect(await everybody()).toMatchObject([{ name: 'Jean Dupont' }]);
    expect(await say('user_update', { name: 'Marie' })).toBe('C’est noté : le nom Marie.');
    expect(await everybody()).toMatchObject([{ name: 'Marie' }]);
  });

  it('does the same when it is asked twice', async () => {
    const { say, everybody } = await start();
    const said = { name: 'Jean', email: 'jean@example.org' };
    expect(await say('user_create', said)).toBe(await say('user_create', said));
    expect(await everybody()).toHaveLength(1);
  });

  it('keeps an address for the first of two callers who say it, and tells both the same', async () => {
    const { say, everybody } = await start();
    const [first, second] = [
      await say('user_create', { name: 'Jean', email: address }),
      await say('user_create', { name: 'Jean', email: address }, marie),
    ];
    expect(second).toBe(first);
    expect(await everybody()).toMatchObject([
      { phoneNumbers: [marie], emails: [] },
      { phoneNumbers: [jean], emails: [address] },
    ]);
  });
});

describe('user_update', () => {
  it.each(hostile)('changes nothing of others by %s, and says the same as of nobody', async (_by, ask) => {
    const { ctx, contacts, say, everybody } = await start();
    const { id } = await contacts.create(ctx, { name: 'Marie Martin', phoneNumbers: [marie], emails: [address] });
    const before = await everybody();
    const other = await start();
    const asked = { name: 'Mallory', timeZone: 'Asia/Tokyo', ...ask(id) };
    expect(await say('user_update', asked)).toBe(await other.say('user_update', asked));
    expect(await everybody()).toEqual([expect.objectContaining({ phoneNumbers: [jean] }), ...before]);
  });

  it('asks what shall be changed, and says that the number cannot be', async () => {
    const { say } = await start();
    expect(await say('user_update', {})).toContain('Que faut-il changer');
    expect(await say('user_update', { phoneNumber: '06 00 00 00 00' })).toContain('ne se change pas par téléphone');
    expect(await say('user_update', { name: 'Jean', phoneNumber: '06 00 00 00 00' })).toMatch(
      /^C’est noté : le nom Jean\. Le numéro/,
    );
  });

  it('takes an address that is theirs already for what it is', async () => {
    const { ctx, contacts, say } = await start('en-GB');
    await contacts.create(ctx, { phoneNumbers: [jean], emails: ['jean@example.org'] });
    expect(await say('user_update', { email: 'jean@example.org' })).toBe(
      'I have noted the address jean at example dot org.',
    );
  });

  it.each([
    [{ name: 42 }],
    [{ name: ['Jean'], timeZone: {} }],
    [{ userId: { $ne: null }, name: 'x\u0000\ud800y' }],
    [{ timeZone: 'Mars/Olympus', email: '@@@' }],
    [{ userId: '   ', extra: { deep: [1] } }],
    [{ name: 'x'.repeat(100_000), email: 'y'.repeat(100_000), timeZone: 'de '.repeat(100_000) }],
    [{ name: "Robert'); DROP TABLE contacts;--" }],
  ])('says something useful whatever a model sends: %#', async (args) => {
    const { say, everybody } = await start();
    for (const name of ['user_read', 'user_create', 'user_update'] as const) {
      const said = await say(name, args);
      expect(said).toMatch(/\S+ \S+/);
      expect(said).not.toMatch(/[\n\r\0]|undefined|null|\[object/);
    }
    expect(await everybody()).toHaveLength(1);
  });
});
