import { startAccountsApp, type AccountsApp } from '../../../test/support/accounts-app.js';
import { createTestDatabase, type TestDatabase } from '../../../test/support/database.js';
import { linkIn, mailTo } from '../../../test/support/mail-box.js';
import { authFields, join, newEmail, signIn, signUp, tokenOf, type Person } from '../../../test/support/people.js';

let database: TestDatabase;
let app: AccountsApp;

beforeAll(async () => {
  database = await createTestDatabase();
  app = await startAccountsApp(database.url);
});
afterAll(async () => {
  await app.close();
  await database.drop();
});

const invite = 'mutation ($email: EmailAddress!, $role: WorkspaceRole!) { inviteMember(email: $email, role: $role) }';
const accept = `mutation ($token: String!) { acceptInvitation(token: $token) ${authFields} }`;
const remove = 'mutation ($userId: ID!) { removeMember(userId: $userId) }';

async function invitationFor(owner: Person, email: string, role = 'MEMBER'): Promise<string> {
  return tokenOf((await owner.client.ask<{ inviteMember: string }>(invite, { email, role })).inviteMember);
}

describe('an invitation', () => {
  it('is mailed, and makes the invited person a member with the role given', async () => {
    const owner = await signUp(app.client);
    const guest = await signUp(app.client);
    const token = await invitationFor(
      owner,
      guest.email.toUpperCase().replace('EXAMPLE', 'example').toLowerCase(),
      'VIEWER',
    );
    expect(tokenOf(linkIn(await mailTo(app.dataDir, guest.email, 'invité')))).toBe(token);
    await guest.client.ask(accept, { token });
    const { workspace } = await owner.client.ask<{ workspace: object }>(
      '{ workspace { members { role user { id } } } }',
    );
    expect(workspace).toEqual({
      members: [
        { role: 'OWNER', user: { id: owner.userId } },
        { role: 'VIEWER', user: { id: guest.userId } },
      ],
    });
  });

  it('is good for the invited address only, once, for 7 days, and until the next one', async () => {
    const owner = await signUp(app.client);
    const guest = await signUp(app.client);
    const stranger = await signUp(app.client);
    const replaced = await invitationFor(owner, guest.email);
    const token = await invitationFor(owner, guest.email);
    const refusals = [
      await stranger.client.refusal(accept, { token }),
      await guest.client.refusal(accept, { token: replaced }),
      await guest.client.refusal(accept, { token: 'made up' }),
    ];
    await guest.client.ask(accept, { token });
    refusals.push(await guest.client.refusal(accept, { token }));
    const late = await invitationFor(owner, stranger.email);
    app.passTime(7 * 24 * 60 * 60_000 + 1);
    refusals.push(await stranger.client.refusal(accept, { token: late }));
    expect(refusals.map(({ reason }) => reason)).toEqual(Array(5).fill('ACCOUNTS.INVITATION_REFUSED'));
    expect((await app.client.refusal(accept, { token })).code).toBe('UNAUTHENTICATED');
  });

  it('makes one membership of two acceptances at the same time', async () => {
    const owner = await signUp(app.client);
    const guest = await signUp(app.client);
    const token = await invitationFor(owner, guest.email);
    const outcomes = await Promise.all([1, 2].map(() => guest.client.post(accept, { token })));
    expect(outcomes.filter(({ errors }) => errors === undefined)).toHaveLength(1);
  });

  it('is not sent to someone who is a member already', async () => {
    const owner = await signUp(app.client);
    const member = await join(app.client, owner, 'MEMBER');
    expect((await owner.client.refusal(invite, { email: member.email, role: 'OWNER' })).reason).toBe(
      'ACCOUNTS.ALREADY_MEMBER',
    );
  });

  it('is for owners to give; a key that manages members cannot make an owner', async () => {
    const owner = await signUp(app.client);
    const member = await join(app.client, owner, 'MEMBER');
    expect((await member.client.refusal(invite, { email: newEmail(), role: 'VIEWER' })).code).toBe('FORBIDDEN');
    const create = 'mutation { createApiKey(name: "k", permissions: ["members:manage", "workspace:read"]) { secret } }';
    const { createApiKey } = await owner.client.ask<{ createApiKey: { secret: string } }>(create);
    const key = app.client.bearer(createApiKey.secret);
    expect((await key.refusal(invite, { email: newEmail(), role: 'OWNER' })).reason).toBe('ACCOUNTS.ROLE_ABOVE_OWN');
  });
});

describe('a removed member', () => {
  it('is out at once: tokens, refresh, keys; and works on elsewhere', async () => {
    const owner = await signUp(app.client);
    const member = await join(app.client, owner, 'OWNER');
    const create = 'mutation { createApiKey(name: "k", permissions: ["workspace:read"]) { secret } }';
    const { createApiKey } = await member.client.ask<{ createApiKey: { secret: string } }>(create);
    const key = app.client.bearer(createApiKey.secret);
    await key.ask('{ workspace { id } }');
    expect(await owner.client.ask(remove, { userId: member.userId })).toEqual({ removeMember: true });
    expect((await member.client.refusal('{ workspace { id } }')).code).toBe('UNAUTHENTICATED');
    app.passTime(5_001);
    expect((await key.refusal('{ workspace { id } }')).code).toBe('UNAUTHENTICATED');
    const refresh = `mutation ($token: String!) { refreshSession(refreshToken: $token) ${authFields} }`;
    expect((await app.client.refusal(refresh, { token: member.refreshToken })).code).toBe('UNAUTHENTICATED');
    const again = await signIn(app.client, member);
    expect(again.workspaceId).not.toBe(owner.workspaceId);
    expect(
      (await again.client.refusal(`mutation { switchWorkspace(id: "${owner.workspaceId}") ${authFields} }`)).code,
    ).toBe('NOT_FOUND');
  });

  it('is still named by the audit log', async () => {
    const owner = await signUp(app.client);
    const member = await join(app.client, owner, 'MEMBER');
    await owner.client.ask(remove, { userId: member.userId });
    const { auditLog } = await owner.client.ask<{ auditLog: { nodes: object[] } }>(
      'query ($targetId: ID) { auditLog(targetId: $targetId) { nodes { action actor { id } targetId } } }',
      { targetId: member.userId },
    );
    expect(auditLog.nodes).toEqual([
      { action: 'member.removed', actor: { id: owner.userId }, targetId: member.userId },
      { action: 'member.joined', actor: { id: member.userId }, targetId: member.userId },
    ]);
  });

  it('can come back', async () => {
    const owner = await signUp(app.client);
    const member = await join(app.client, owner, 'MEMBER');
    await owner.client.ask(remove, { userId: member.userId });
    const token = await invitationFor(owner, member.email);
    const again = await signIn(app.client, member);
    await again.client.ask(accept, { token });
  });
});

describe('the last owner', () => {
  it('stays', async () => {
    const owner = await signUp(app.client);
    await join(app.client, owner, 'MEMBER');
    expect((await owner.client.refusal(remove, { userId: owner.userId })).reason).toBe('ACCOUNTS.LAST_OWNER_STAYS');
  });

  it('stays when two owners remove each other at the same time', async () => {
    for (let round = 0; round < 5; round++) {
      const first = await signUp(app.client);
      const second = await join(app.client, first, 'OWNER');
      const outcomes = await Promise.all([
        first.client.post(remove, { userId: second.userId }),
        second.client.post(remove, { userId: first.userId }),
      ]);
      expect(outcomes.filter(({ errors }) => errors === undefined).length).toBeLessThanOrEqual(1);
    }
  });
});

describe('removing', () => {
  it('answers alike for a stranger, a member of another workspace and what is no user', async () => {
    const owner = await signUp(app.client);
    const stranger = await signUp(app.client);
    for (const userId of [stranger.userId, 'user_01a1fc2d-2861-7610-acc4-34e16399ffb0', owner.workspaceId, 'x']) {
      expect((await owner.client.refusal(remove, { userId })).reason).toBe('ACCOUNTS.MEMBER_NOT_FOUND');
    }
  });
});
