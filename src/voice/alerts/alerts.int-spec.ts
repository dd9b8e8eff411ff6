import { startAccountsApp, type AccountsApp } from '../../../test/support/accounts-app.js';
import { createTestDatabase, type TestDatabase } from '../../../test/support/database.js';
import { queryAsSuperuser } from '../../../test/support/every-row.js';
import { listen } from '../../../test/support/live-client.js';
import { mailsIn, mailTo } from '../../../test/support/mail-box.js';
import { join, signUp, type Person } from '../../../test/support/people.js';
import { until } from '../../../test/support/until.js';
import { adminContext } from '../../../test/support/workspaces.js';
import { ContactsApiModule } from '../../contacts/index.js';
import { connectionExpired, IntegrationsApiModule } from '../../integrations/index.js';
import { systemContext, uuidv7, type RequestContext } from '../../kernel/context/index.js';
import { UnitOfWork } from '../../kernel/database/index.js';
import { Events, EventsModule } from '../../kernel/events/index.js';
import { splitGlobalId } from '../../kernel/graphql/index.js';
import { HttpModule } from '../../kernel/http/index.js';
import { WebhooksModule } from '../../webhooks/index.js';
import { CallRecorder } from '../calls/record/call-recorder.js';
import { readVapiEvent } from '../providers/vapi/reading/read-vapi-event.js';
import { CallScript } from '../providers/vapi/testing/call-script.js';
import { VoiceApiModule } from '../voice.api.module.js';
import type { NewAlert } from './alert.js';
import { AlertsApiModule } from './alerts.api.module.js';
import { Alerts } from './alerts.service.js';
import { AlertsWorkerModule } from './alerts.worker.module.js';
import { AlertWatch } from './watch/alert-watch.js';

let database: TestDatabase;
let app: AccountsApp;

beforeAll(async () => {
  database = await createTestDatabase();
  app = await startAccountsApp(database.url, {}, [
    ...[EventsModule, HttpModule, WebhooksModule, ContactsApiModule, IntegrationsApiModule],
    ...[VoiceApiModule, AlertsApiModule, AlertsWorkerModule],
  ]);
});
afterAll(async () => {
  await app.close();
  await database.drop();
});

interface AlertFound {
  id: string;
  kind: string;
  message: string;
  advice: string;
  resolvedAt: string | null;
  targetId: string | null;
}

const minute = 60_000;
const fields = '{ id kind message advice at resolvedAt targetId }';
const fault = 'call.in-progress.error-vapifault-worker-died';
const incident: NewAlert = {
  kind: 'CHAIN_BROKEN',
  key: 'a chain',
  targetId: null,
  message: { en: 'The chain is broken.', fr: 'La chaîne est rompue.' },
  advice: { en: 'Mend it.', fr: 'Réparez-la.' },
};

async function alertsOf({ client }: Person, open?: boolean): Promise<AlertFound[]> {
  const query = `query ($open: Boolean) { alerts(open: $open) ${fields} }`;
  return (await client.ask<{ alerts: AlertFound[] }>(query, { open })).alerts;
}

function uuidOf(globalId: string): string {
  return splitGlobalId(globalId)?.id ?? '';
}

function contextOf({ workspaceId }: Person): RequestContext {
  return systemContext({ actor: 'test', workspaceId: uuidOf(workspaceId) });
}

const alerts = () => app.app.get(Alerts, { strict: false });

function watch(now = new Date()): Promise<void> {
  const { signal } = new AbortController();
  return app.app.get(AlertWatch, { strict: false }).run(systemContext({ actor: 'test' }), now, signal);
}

const mailsTo = ({ email }: Person) => mailsIn(app.dataDir).filter((mail) => mail.includes(`To: ${email}`));

interface Ending {
  endedReason?: string;
  /** Minutes ago. */
  ago?: number;
  assistantId?: string;
  /** Whether its end is told as such, or by its report alone. */
  reported?: boolean;
  metadata?: object;
}

/** A call that Vapi tells of. */
async function play(person: Person, ending: Ending = {}): Promise<void> {
  const { endedReason = 'customer-ended-call', ago = 0, assistantId, reported = false, metadata } = ending;
  const from = Date.now() - ago * minute - 20_000;
  const script = new CallScript({ callId: uuidv7(), from, type: 'inboundPhoneCall', assistantId });
  script.status('in-progress', 1);
  if (reported) {
    const times = { startedAt: script.iso(1), endedAt: script.iso(20), cost: 0.12 };
    script.status('ended', 20).report(20, { endedReason, ...times });
  } else script.status('ended', 20, { endedReason });
  for (const body of script.bodies) {
    if (metadata) Object.assign(body.message.call as object, { metadata });
    const told = readVapiEvent(body, new Date());
    const recorder = app.app.get(CallRecorder, { strict: false });
    if (told) await app.app.get(UnitOfWork).run(contextOf(person), (tx) => recorder.record(tx, [told]));
  }
}

/** @returns its id here and at Vapi. */
async function newAssistant(person: Person, name: string): Promise<{ id: string; assistantId: string }> {
  const { createVoiceAssistant } = await person.client.ask<{ createVoiceAssistant: { id: string } }>(
    'mutation ($name: String) { createVoiceAssistant(input: { context: "Restaurant", name: $name }) { id } }',
    { name },
  );
  const assistantId = uuidv7();
  const text = 'UPDATE voice_assistants SET vapi_assistant_id = $2 WHERE id = $1';
  await queryAsSuperuser(database.url, text, [uuidOf(createVoiceAssistant.id), assistantId]);
  return { id: createVoiceAssistant.id, assistantId };
}

describe('an incident', () => {
  it('is told once, mailed to every owner in their language, and over when it is resolved', async () => {
    const person = await signUp(app.client);
    const [owner, member] = [await join(app.client, person, 'OWNER'), await join(app.client, person, 'MEMBER')];
    const text = `UPDATE users SET locale = 'en-GB' WHERE email = $1`;
    await queryAsSuperuser(database.url, text, [owner.email]);
    const ctx = contextOf(person);

    const raised = [await alerts().raise(ctx, incident), await alerts().raiseOrResolve(ctx, true, incident)];
    expect(raised).toEqual([true, false]);

    const [alert, ...others] = await alertsOf(member, true);
    expect(alert).toMatchObject({ kind: 'CHAIN_BROKEN', message: 'La chaîne est rompue.', resolvedAt: null });
    expect(others).toEqual([]);
    expect(await mailTo(app.dataDir, person.email, 'rompue')).toMatch(/Que faire : Réparez-la\./);
    expect(await mailTo(app.dataDir, owner.email, 'broken')).toMatch(/What to do: Mend it\./);
    const about = (mail: string) => /rompue|broken/.test(mail);
    expect([person, owner, member].map((who) => mailsTo(who).filter(about).length)).toEqual([1, 1, 0]);

    expect(await alerts().raiseOrResolve(ctx, false, incident)).toBe(false);
    expect(await alertsOf(person, true)).toEqual([]);
    expect(await alertsOf(person, false)).toMatchObject([{ id: alert?.id, resolvedAt: expect.any(String) as string }]);
  });

  it('that comes back within the hour is opened again in silence, and told anew after it', async () => {
    const person = await signUp(app.client);
    const ctx = contextOf(person);
    const told: boolean[] = [];
    for (const ago of [120, 70, 50, 5]) {
      told.push(await alerts().raise(ctx, { ...incident, at: new Date(Date.now() - ago * minute) }));
      expect(await alertsOf(person, true)).toHaveLength(1);
      await alerts().resolve(ctx, incident);
    }
    expect(told).toEqual([true, false, true, false]);
    expect(await alertsOf(person)).toHaveLength(2);
  });

  it('is one when several processes find out at once', async () => {
    const person = await signUp(app.client);
    const all = await Promise.all(Array.from({ length: 6 }, () => alerts().raise(contextOf(person), incident)));
    expect(all.filter(Boolean)).toHaveLength(1);
    expect(await alertsOf(person)).toHaveLength(1);
  });

  it('is undone with the work in which it was found', async () => {
    const person = await signUp(app.client);
    const failing = app.app.get(UnitOfWork).run(contextOf(person), async (tx) => {
      await alerts().raise(tx, incident);
      throw new Error('undone');
    });
    await expect(failing).rejects.toThrow('undone');
    expect(await alertsOf(person)).toEqual([]);
    expect(mailsTo(person)).toEqual([]);
  });

  it('is its workspace’s own; an ADMIN sees all', async () => {
    const [person, stranger] = [await signUp(app.client), await signUp(app.client)];
    await alerts().raise(contextOf(person), incident);
    const [alert] = await alertsOf(person);
    const node = `query ($id: ID!) { node(id: $id) { id ... on Alert { kind } } }`;
    expect(await person.client.ask(node, { id: alert?.id })).toEqual({ node: { id: alert?.id, kind: 'CHAIN_BROKEN' } });
    expect((await stranger.client.refusal(node, { id: alert?.id })).code).toBe('NOT_FOUND');
    expect(await alertsOf(stranger)).toEqual([]);
    const all = await alerts().list(adminContext(), null);
    expect(all.map(({ id }) => `alert_${id}`)).toContain(alert?.id);
  });

  it('is told to whoever watches, once', async () => {
    const [person, stranger] = [await signUp(app.client), await signUp(app.client)];
    const query = `subscription { alertRaised ${fields} }`;
    const [listener, other] = [person, stranger].map(({ accessToken: token }) =>
      listen<{ alertRaised: AlertFound }>({ url: app.client.url, token, query }),
    );
    let raised = 0;
    await until(async () => {
      const again = [1, 2].map(() => alerts().raise(contextOf(person), { ...incident, key: `${raised}` }));
      await Promise.all(again);
      raised += 1;
      return listener?.news.length;
    });
    await until(async () => {
      await alerts().raise(contextOf(stranger), { ...incident, key: `${(raised += 1)}` });
      return other?.news.length;
    });
    const heard = listener?.news.map(({ alertRaised }) => alertRaised.id) ?? [];
    expect(new Set(heard).size).toBe(heard.length);
    expect((await alertsOf(person)).map(({ id }) => id)).toEqual(expect.arrayContaining(heard));
    const strange = (await alertsOf(stranger)).map(({ id }) => id);
    expect(other?.news.every(({ alertRaised }) => strange.includes(alertRaised.id))).toBe(true);
    for (const each of [listener, other]) each?.stop();
  });
});

describe('a call that fails', () => {
  it('by a fault is an incident of its assistant, until a call of it goes well', async () => {
    const person = await signUp(app.client);
    const [gourmet, bistro] = [await newAssistant(person, 'Le Gourmet'), await newAssistant(person, 'Le Bistro')];
    await play(person, { ...gourmet, endedReason: fault, ago: 3 });
    await play(person, { ...gourmet, endedReason: fault, ago: 2 });

    expect(await alertsOf(person)).toMatchObject([
      { kind: 'CALL_FAILED', targetId: gourmet.id, message: expect.stringContaining('Le Gourmet') as string },
    ]);
    expect(await mailTo(app.dataDir, person.email, 'Le Gourmet')).toContain(fault);

    await play(person, bistro);
    expect(await alertsOf(person, true)).toHaveLength(1);
    await play(person, { ...gourmet, ago: 1 });
    expect(await alertsOf(person, true)).toEqual([]);
  });

  it('by another fault is another incident; one good call ends both', async () => {
    const person = await signUp(app.client);
    await play(person, { endedReason: fault, ago: 2 });
    await play(person, { endedReason: 'twilio-failed-to-connect-call', ago: 2 });
    expect(await alertsOf(person, true)).toHaveLength(2);
    await play(person);
    expect(await alertsOf(person, true)).toEqual([]);
  });

  it.each(['customer-busy', 'customer-did-not-answer', 'manually-canceled', 'silence-timed-out'])(
    'is none of ours when it ended by %s',
    async (endedReason) => {
      const person = await signUp(app.client);
      await play(person, { endedReason });
      await watch();
      expect(await alertsOf(person)).toEqual([]);
    },
  );

  it('is no incident when the sandbox played it, or when a later call went well already', async () => {
    const person = await signUp(app.client);
    await play(person, { endedReason: fault, metadata: { sandbox: true } });
    await play(person, { ago: 1 });
    await play(person, { endedReason: fault, ago: 5 });
    await watch();
    expect(await alertsOf(person)).toEqual([]);
  });

  it('is found by schedule when its report alone tells the fault, and so is what is over', async () => {
    const person = await signUp(app.client);
    await play(person, { endedReason: fault, ago: 2, reported: true });
    expect(await alertsOf(person)).toEqual([]);
    await watch();
    await watch();
    expect(await alertsOf(person, true)).toMatchObject([{ kind: 'CALL_FAILED' }]);
    const text = `UPDATE calls SET status = 'COMPLETED', outcome = 'CONVERSATION', ended_at = now() WHERE workspace_id = $1`;
    await queryAsSuperuser(database.url, text, [uuidOf(person.workspaceId)]);
    await watch();
    expect(await alertsOf(person, true)).toEqual([]);
  });
});

describe('a connection that expires', () => {
  async function connect(person: Person): Promise<string> {
    const id = uuidv7();
    const text = `INSERT INTO integration_connections (id, workspace_id, agent_key, integration_key, name, auth_mode, status)
      VALUES ($1, $2, 'buddy', 'hubspot', 'Lyon', 'oauth2', 'EXPIRED')`;
    await queryAsSuperuser(database.url, text, [id, uuidOf(person.workspaceId)]);
    return id;
  }
  const become = (id: string, status: string) =>
    queryAsSuperuser(database.url, 'UPDATE integration_connections SET status = $2 WHERE id = $1', [id, status]);

  it('is an incident until it works again', async () => {
    const person = await signUp(app.client);
    const connectionId = await connect(person);
    await app.app.get(Events).publish(contextOf(person), connectionExpired, { connectionId });
    expect(await alertsOf(person)).toMatchObject([
      {
        kind: 'CONNECTION_EXPIRED',
        targetId: `connection_${connectionId}`,
        message: 'HubSpot (Lyon) n’accepte plus l’autorisation de votre connexion.',
      },
    ]);
    expect(await mailTo(app.dataDir, person.email, 'HubSpot (Lyon)')).toContain('Que faire');
    for (const status of ['EXPIRED', 'CONFIGURED', 'ERROR']) {
      await become(connectionId, status);
      await watch();
      expect([status, (await alertsOf(person, true)).length]).toEqual([status, 1]);
    }
    await become(connectionId, 'CONNECTED');
    await watch();
    expect(await alertsOf(person, true)).toEqual([]);
  });

  it('is found by schedule when nobody was there to hear of it', async () => {
    const person = await signUp(app.client);
    await become(await connect(person), 'EXPIRED');
    await watch();
    expect(await alertsOf(person, true)).toHaveLength(1);
  });
});

describe('webhooks that stop', () => {
  async function event(person: Person, ago: number): Promise<void> {
    const text = `INSERT INTO webhook_events (id, workspace_id, source, account, dedup_key, external_id, type, request_id, received_at)
      VALUES ($1, $2, 'vapi', 'deployment', $3, 'x', 'status-update', 'r', now() - make_interval(mins => $4))`;
    const id = uuidv7();
    await queryAsSuperuser(database.url, text, [id, uuidOf(person.workspaceId), Buffer.from(id), ago]);
  }

  it('are an incident once a call has ended that had to be fetched, until the next event', async () => {
    const person = await signUp(app.client);
    await event(person, 300);
    await watch();
    expect(await alertsOf(person)).toEqual([]);
    await play(person, { ago: 30, reported: true });
    await watch();
    expect(await alertsOf(person, true)).toMatchObject([{ kind: 'WEBHOOKS_STOPPED', targetId: null }]);
    expect(await mailTo(app.dataDir, person.email, 'Vapi')).toContain('diagnoseConnection');
    await watch();
    expect(await alertsOf(person, true)).toHaveLength(1);
    await event(person, 0);
    await watch();
    expect(await alertsOf(person, true)).toEqual([]);
  });

  it('have not stopped while events come after the ends of calls', async () => {
    const person = await signUp(app.client);
    await play(person, { ago: 30, reported: true });
    await event(person, 29);
    await watch();
    expect(await alertsOf(person)).toEqual([]);
  });

  it('are not missed for a call of this moment, nor for one of the sandbox', async () => {
    const person = await signUp(app.client);
    await play(person, { ago: 2, reported: true });
    await play(person, { ago: 30, reported: true, metadata: { sandbox: true } });
    await watch();
    expect(await alertsOf(person)).toEqual([]);
  });
});

describe('the schedule', () => {
  it('goes on with other workspaces, and other kinds, after one that fails', async () => {
    const [broken, well] = [await signUp(app.client), await signUp(app.client)];
    await play(well, { endedReason: fault, reported: true });
    await play(broken, { endedReason: fault, reported: true });
    const text = `ALTER TABLE alerts ADD CONSTRAINT no_alert CHECK (workspace_id <> '${uuidOf(broken.workspaceId)}')`;
    await queryAsSuperuser(database.url, text);
    await watch();
    await queryAsSuperuser(database.url, 'ALTER TABLE alerts DROP CONSTRAINT no_alert');
    expect(await alertsOf(well)).toHaveLength(1);
    expect(app.lines).toContainEqual(expect.objectContaining({ event: 'voice.alerts.review_failed' }));
  });

  it('forgets what has long been over', async () => {
    const person = await signUp(app.client);
    await alerts().raise(contextOf(person), incident);
    await alerts().raise(contextOf(person), { ...incident, key: 'another' });
    await alerts().resolve(contextOf(person), incident);
    const text = `UPDATE alerts SET resolved_at = now() - interval '401 days' WHERE workspace_id = $1 AND key = $2`;
    await queryAsSuperuser(database.url, text, [uuidOf(person.workspaceId), incident.key]);
    await watch();
    expect(await alertsOf(person)).toHaveLength(1);
  });
});
