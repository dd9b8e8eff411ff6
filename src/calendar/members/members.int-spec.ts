import { connectCalCom } from '../../../test/support/calendar-server.js';
import { queryAsSuperuser } from '../../../test/support/every-row.js';
import { join, signUp, type Person } from '../../../test/support/people.js';
import { withPlayedOrganization } from '../../../test/support/played-organization.js';
import { until } from '../../../test/support/until.js';
import { ContactsService } from '../../contacts/index.js';
import { systemContext, type RequestContext } from '../../kernel/context/index.js';
import { splitGlobalId } from '../../kernel/graphql/index.js';
import { MemberLinker } from './member-linker.service.js';

interface Member {
  state: string;
  memberId: number | null;
  message: string;
}

const create = 'mutation ($input: ContactInput!) { createContact(input: $input) { id } }';
const change =
  'mutation ($id: ID!, $input: ContactInput!) { updateContact(id: $id, input: $input) { id unprovenEmails } }';
const erase = 'mutation ($id: ID!) { eraseContact(id: $id) }';
const member = 'calendarMember { state memberId message }';
const read = `query ($id: ID!) { node(id: $id) { ... on Contact { ${member} } } }`;
const list = `{ contacts(first: 50) { nodes { name ${member} } } }`;
const invite = `mutation ($id: ID!) { inviteCalendarMember(contactId: $id) { id ${member} } }`;
const anna = 'anna@legourmet.example';

async function newContact(person: Person, input: Record<string, unknown>): Promise<string> {
  const { createContact } = await person.client.ask<{ createContact: { id: string } }>(create, { input });
  return createContact.id;
}

async function memberOf(person: Person, id: string): Promise<Member> {
  const { node } = await person.client.ask<{ node: { calendarMember: Member } }>(read, { id });
  return node.calendarMember;
}

/** Reading begins the look-up; what came of it is there a moment later. */
async function lookedUp(person: Person, id: string): Promise<Member> {
  return until(async () => {
    const found = await memberOf(person, id);
    return found.state === 'NOT_CHECKED' ? undefined : found;
  });
}

async function invited(person: Person, id: string): Promise<Member> {
  const { inviteCalendarMember } = await person.client.ask<{ inviteCalendarMember: { calendarMember: Member } }>(
    invite,
    { id },
  );
  return inviteCalendarMember.calendarMember;
}

function uuidOf(id: string): string {
  return splitGlobalId(id)?.id ?? '';
}

function contextOf({ workspaceId }: Person): RequestContext {
  return systemContext({ actor: 'test', workspaceId: uuidOf(workspaceId) });
}

describe('a contact of a workspace whose account has an organization', () => {
  const played = withPlayedOrganization({ id: 55 });

  const organizationCalls = () => played.calcom.received.filter(({ path }) => path.includes('/organizations/'));
  const linker = () => played.server.app.get(MemberLinker, { strict: false });
  const asSuperuser = <Row extends object>(text: string, values: unknown[]) =>
    queryAsSuperuser<Row>(played.server.databaseUrl, text, values);
  const connected = async (): Promise<Person> => {
    const person = await signUp(played.server.client);
    await connectCalCom(person.client);
    return person;
  };

  it('is looked up once it is read, and nobody waits for that', async () => {
    const person = await connected();
    const id = await newContact(person, { name: 'Nobody', emails: ['nobody@example.org'] });
    expect(await memberOf(person, id)).toMatchObject({ state: 'NOT_CHECKED', memberId: null });
    expect(await lookedUp(person, id)).toMatchObject({ state: 'NOT_A_MEMBER', memberId: null });
  });

  it('is invited once, and linked however often that is asked', async () => {
    const person = await connected();
    const id = await newContact(person, { emails: [anna], timeZone: 'America/Toronto' });
    const first = await invited(person, id);
    expect(first).toMatchObject({ state: 'LINKED' });
    expect(first.memberId).toBeGreaterThan(0);
    expect(await invited(person, id)).toEqual(first);
    const made = organizationCalls().filter(({ body }) => JSON.stringify(body ?? '').includes(anna));
    expect(made.map(({ method, body }) => [method, body])).toEqual([
      ['POST', { email: anna, timeZone: 'America/Toronto', locale: 'fr' }],
    ]);
    const [entry] = await asSuperuser<{ details: unknown }>(
      `SELECT details FROM audit_entries WHERE action = 'calendar_member.invited' AND target_id = $1 LIMIT 1`,
      [id],
    );
    expect(entry?.details).toEqual({ memberId: first.memberId });
  });

  it('is linked in each workspace that has a member’s address, by any of its addresses', async () => {
    const [one, two] = [await connected(), await connected()];
    const emails = ['first@example.org', 'second@example.org'];
    const { memberId } = await invited(one, await newContact(one, { emails: [emails[1]] }));
    expect(await lookedUp(two, await newContact(two, { emails }))).toMatchObject({ state: 'LINKED', memberId });
  });

  it('is not looked for, nor invited, by an address that it merely said', async () => {
    const person = await connected();
    const id = await newContact(person, { phoneNumbers: ['+33612345678'] });
    const contacts = played.server.app.get(ContactsService, { strict: false });
    await contacts.tell(contextOf(person), uuidOf(id), { email: 'said@example.org' });
    const before = organizationCalls().length;
    await linker().link(contextOf(person), [uuidOf(id)]);
    expect(await memberOf(person, id)).toMatchObject({ state: 'NOT_CHECKED' });
    expect(await person.client.refusal(invite, { id })).toMatchObject({ reason: 'CALENDAR.MEMBER_NEEDS_ADDRESS' });
    expect(organizationCalls()).toHaveLength(before);
    const { updateContact } = await person.client.ask<{ updateContact: { unprovenEmails: string[] } }>(change, {
      id,
      input: { emails: ['said@example.org'] },
    });
    expect(updateContact.unprovenEmails).toEqual([]);
    expect(await lookedUp(person, id)).toMatchObject({ state: 'NOT_A_MEMBER' });
  });

  it('is looked up again when its addresses have changed', async () => {
    const person = await connected();
    const [id, colleague] = [
      await newContact(person, { emails: ['before@example.org'] }),
      await newContact(person, { emails: ['colleague@example.org'] }),
    ];
    expect(await lookedUp(person, id)).toMatchObject({ state: 'NOT_A_MEMBER' });
    const { memberId } = await invited(person, colleague);
    await person.client.ask(change, { id: colleague, input: { emails: [] } });
    await person.client.ask(change, { id, input: { emails: ['colleague@example.org'] } });
    const linked = await until(async () => {
      const found = await memberOf(person, id);
      return found.state === 'LINKED' ? found : undefined;
    });
    expect(linked.memberId).toBe(memberId);
    expect(await memberOf(person, colleague)).toMatchObject({ state: 'NOT_CHECKED', memberId: null });
  });

  it('is asked about in one request for a whole page, and once when jobs are repeated', async () => {
    const person = await connected();
    const ids: string[] = [];
    for (const name of ['a', 'b', 'c'])
      ids.push(uuidOf(await newContact(person, { emails: [`${name}@page.example`] })));
    const before = organizationCalls().length;
    await linker().link(contextOf(person), ids);
    await linker().link(contextOf(person), ids);
    expect(organizationCalls()).toHaveLength(before + 1);
    const { contacts } = await person.client.ask<{ contacts: { nodes: { calendarMember: Member }[] } }>(list);
    expect(contacts.nodes.map(({ calendarMember }) => calendarMember.state)).toEqual(Array(3).fill('NOT_A_MEMBER'));
  });

  it('stays unknown while Cal.com fails, and is tried again', async () => {
    const person = await connected();
    const id = await newContact(person, { emails: ['later@example.org'] });
    played.calcom.faults.every(1, { path: /organizations/ }, { kind: 'status', status: 401 });
    await expect(linker().link(contextOf(person), [uuidOf(id)])).rejects.toMatchObject({ kind: 'credential_rejected' });
    played.calcom.faults.clear();
    await linker().link(contextOf(person), [uuidOf(id)]);
    expect(await memberOf(person, id)).toMatchObject({ state: 'NOT_A_MEMBER' });
  });

  it('says that the credentials may not read members, where they may not', async () => {
    const person = await connected();
    const id = await newContact(person, { emails: ['unseen@example.org'] });
    played.calcom.faults.every(1, { path: /organizations/ }, { kind: 'status', status: 403 });
    await linker().link(contextOf(person), [uuidOf(id)]);
    const found = await memberOf(person, id);
    expect(found).toMatchObject({ state: 'NOT_ALLOWED', memberId: null });
    expect(found.message).toMatch(/administrat/);
  });

  it('leaves no link when it is erased', async () => {
    const person = await connected();
    const id = await newContact(person, { emails: ['gone@example.org'] });
    await invited(person, id);
    await person.client.ask(erase, { id });
    const rows = 'SELECT FROM calendar_members WHERE contact_id = $1';
    expect(await asSuperuser(rows, [uuidOf(id)])).toEqual([]);
    await linker().link(contextOf(person), [uuidOf(id)]);
    expect(await asSuperuser(rows, [uuidOf(id)])).toEqual([]);
  });

  it('is invited by no other workspace, and by nobody who may only read', async () => {
    const [person, stranger] = [await connected(), await connected()];
    const id = await newContact(person, { emails: ['ours@example.org'] });
    expect((await stranger.client.refusal(invite, { id })).code).toBe('NOT_FOUND');
    const viewer = await join(played.server.client, person, 'VIEWER');
    expect((await viewer.client.refusal(invite, { id })).code).toBe('FORBIDDEN');
    expect(await memberOf(viewer, id)).toMatchObject({ state: 'NOT_CHECKED' });
    expect(played.calcom.received.some(({ body }) => JSON.stringify(body ?? '').includes('ours@example.org'))).toBe(
      false,
    );
  });

  it('belongs to no member of the deployment’s account', async () => {
    const person = await signUp(played.server.client);
    const id = await newContact(person, { emails: ['guest@example.org'] });
    const before = organizationCalls().length;
    const found = await memberOf(person, id);
    expect(found).toMatchObject({ state: 'NOT_CHECKED', memberId: null });
    expect(found.message).toMatch(/cal-com/);
    await linker().link(contextOf(person), [uuidOf(id)]);
    expect(await person.client.refusal(invite, { id })).toMatchObject({ reason: 'CALENDAR.MEMBERS_NEED_OWN_ACCOUNT' });
    expect(organizationCalls()).toHaveLength(before);
  });
});

describe('a contact of a workspace whose plan has no organization', () => {
  const played = withPlayedOrganization(null);

  it('says clearly that the plan lacks it, whoever reads and whoever invites', async () => {
    const person = await signUp(played.server.client);
    await connectCalCom(person.client);
    const id = await newContact(person, { emails: [anna] });
    const found = await lookedUp(person, id);
    expect(found).toMatchObject({ state: 'PLAN_LACKS_ORGANIZATION', memberId: null });
    expect(found.message).toMatch(/organi[sz]ation/i);
    const other = await newContact(person, { emails: ['other@example.org'] });
    expect(await person.client.refusal(invite, { id: other })).toMatchObject({
      code: 'FORBIDDEN',
      reason: 'CALENDAR.PLAN_LACKS_ORGANIZATION',
    });
    expect(await memberOf(person, other)).toMatchObject({ state: 'PLAN_LACKS_ORGANIZATION' });
  });
});
