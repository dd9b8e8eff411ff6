import type { Client } from 'pg';
import { systemContext } from '../../src/kernel/context/index.js';
import { migrateQueue } from '../../src/kernel/queue/index.js';
import { Queues } from '../../src/kernel/queue/queues.js';
import { Clock } from '../../src/accounts/clock.js';
import { SendMailProcessor } from '../../src/accounts/mail/outbox/send-mail.processor.js';
import { SweepMailsProcessor } from '../../src/accounts/mail/outbox/sweep-mails.processor.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { connectSuperuser } from '../support/every-row.js';
import { linkIn } from '../support/mail-box.js';
import { startMailServer, type MailServer } from '../support/outside-world.js';
import { newEmail, signUp, tokenOf, type Person } from '../support/people.js';
import { backends } from '../support/queue-backends.js';
import { startTestRedis, type TestRedis } from '../support/redis.js';
import { startServer, type TestServer } from '../support/server.js';
import { until } from '../support/until.js';
import { itWhere } from '../support/where.js';

const request = 'mutation ($email: EmailAddress!) { requestPasswordReset(email: $email) }';
const invite = 'mutation ($email: EmailAddress!) { inviteMember(email: $email, role: VIEWER) }';
const never = new AbortController().signal;

describe.each(backends)('a mail, with jobs in $name', ({ name, isAvailable }) => {
  const given = itWhere(isAvailable);
  let mail: MailServer;
  let database: TestDatabase;
  let redis: TestRedis | undefined;
  let server: TestServer;
  let superuser: Client;
  let person: Person;

  beforeAll(async () => {
    if (!isAvailable) return;
    redis = name === 'Redis' ? await startTestRedis() : undefined;
    [mail, database] = await Promise.all([startMailServer(), createTestDatabase()]);
    await migrateQueue(database.url);
    server = await startServer({
      DATABASE_URL: database.url,
      SMTP_URL: `smtp://127.0.0.1:${mail.port}`,
      ...(redis && { REDIS_URL: redis.url }),
    });
    superuser = await connectSuperuser(database.url);
    person = await signUp(server.client);
  }, 60_000);
  afterAll(async () => {
    if (!isAvailable) return;
    await server.close();
    await superuser.end();
    await database.drop();
    await Promise.all([mail.close(), redis?.stop()]);
  });
  afterEach(() => {
    if (isAvailable) mail.turnAway(0);
  });

  const queue = () => server.app.get(Queues, { strict: false }).of('mail');
  const jobs = () => queue().getJobs(['waiting', 'active', 'delayed', 'prioritized']);
  const rows = async () =>
    (await superuser.query<{ id: string; text: string }>('SELECT id, m::text AS text FROM outgoing_mails m')).rows;
  const mailsTo = (email: string) => mail.mails.filter((text) => text.includes(`To: ${email}`));

  /** Waits until a mail was turned away and its job waits to try again. */
  const untilDelayed = (count = 1) => until(async () => (await queue().getDelayedCount()) === count);

  /** Takes the waiting out of waiting. */
  async function hurry(): Promise<void> {
    for (const job of await queue().getDelayed()) await job.promote();
  }

  async function untilGone(): Promise<void> {
    await until(async () => {
      await hurry();
      return (await rows()).length === 0 && (await jobs()).length === 0;
    });
  }

  /** Mails whose jobs are lost, as with a queue that forgets. @returns their recipients. */
  async function loseJobs(count: number): Promise<string[]> {
    const guests = Array.from({ length: count }, newEmail);
    mail.turnAway(count);
    await Promise.all(guests.map((email) => person.client.ask(invite, { email })));
    await untilDelayed(count);
    for (const job of await queue().getDelayed()) await job.remove();
    return guests;
  }

  const grow = (minutes: number) =>
    superuser.query('UPDATE outgoing_mails SET queued_at = now() - make_interval(mins => $1)', [minutes]);
  const sweep = () =>
    server.app.get(SweepMailsProcessor, { strict: false }).run(systemContext({ actor: 'test' }), {}, { signal: never });

  given('outlasts a mail server that turns it away, and tells nobody what is in it meanwhile', async () => {
    const [turnedAway, logged] = [mail.turnedAway(), server.logLines.length];
    mail.turnAway(2);
    expect(await server.client.ask(request, { email: person.email })).toEqual({ requestPasswordReset: true });
    await untilDelayed();
    const waiting = await rows();
    const put = await jobs();
    expect(waiting).toHaveLength(1);
    expect(put.map(({ data }) => data.payload)).toEqual([{ mailId: waiting[0]?.id }]);

    await untilGone();

    const [letter = '', ...others] = mailsTo(person.email);
    expect([others, mail.turnedAway() - turnedAway]).toEqual([[], 2]);
    const token = tokenOf(linkIn(letter));
    expect(token).toMatch(/^[\w-]{43}$/);
    const refusals = server.logLines.slice(logged).filter((line) => line.includes('ACCOUNTS.MAIL_NOT_SENT'));
    expect(refusals).toHaveLength(2);
    expect(refusals[0]).toContain('"reply":451');
    const traces = [...refusals, ...waiting.map(({ text }) => text), ...put.map((job) => JSON.stringify(job))];
    for (const secret of [token, person.email, 'reset-password', 'Camille']) {
      expect(traces.filter((text) => text.includes(secret))).toEqual([]);
    }
  });

  given('whose job was lost is found, and sent once by sweeps that overlap', async () => {
    const guests = await loseJobs(12);
    await sweep();
    expect(await jobs()).toEqual([]);

    await grow(3);
    await Promise.all([sweep(), sweep(), sweep()]);
    await untilGone();

    expect(guests.map((email) => mailsTo(email).length)).toEqual(guests.map(() => 1));
  });

  given('that waits to be tried again gets no second job from a sweep', async () => {
    const email = newEmail();
    mail.turnAway(1);
    await person.client.ask(invite, { email });
    await untilDelayed();
    const [job] = await jobs();
    for (let time = 0; time < 2; time += 1) {
      await grow(3);
      await sweep();
    }
    expect((await jobs()).map(({ id }) => id)).toEqual([job?.id]);
    await untilGone();
    expect(mailsTo(email)).toHaveLength(1);
  });

  given('is sent once when its job runs twice', async () => {
    const [email = ''] = await loseJobs(1);
    const processor = server.app.get(SendMailProcessor, { strict: false });
    const { rows: found } = await superuser.query<{ id: string; workspace_id: string }>('SELECT * FROM outgoing_mails');
    const [{ id: mailId, workspace_id: workspaceId } = { id: '', workspace_id: '' }] = found;
    const ctx = systemContext({ actor: 'test', workspaceId });
    for (let time = 0; time < 2; time += 1) await processor.run(ctx, { mailId }, { isLastAttempt: false });
    expect([mailsTo(email).length, await rows()]).toEqual([1, []]);
  });

  given('that is never taken is given up in the end, and leaves no row', async () => {
    const email = newEmail();
    const [before, logged] = [mail.turnedAway(), server.logLines.length];
    mail.turnAway(1_000);
    await person.client.ask(invite, { email });
    await untilDelayed();
    const [row] = await rows();

    await untilGone();

    expect(mail.turnedAway() - before).toBe(9);
    expect(mailsTo(email)).toEqual([]);
    const told = server.logLines.slice(logged);
    const [line = '', ...others] = told.filter((text) => text.includes('"accounts.mail.failed"'));
    expect(others).toEqual([]);
    expect(line).toContain(`"mailId":"${row?.id}"`);
    expect(line).toMatch(/"level":"?(error|50)/);
    expect(told.filter((text) => text.includes(email))).toEqual([]);
  });

  given('is given up once its link has ended, since it would lead nowhere', async () => {
    const already = mailsTo(person.email).length;
    mail.turnAway(1);
    await server.client.ask(request, { email: person.email });
    await untilDelayed();
    const clock = server.app.get(Clock, { strict: false });
    const now = clock.now.bind(clock);
    clock.now = () => new Date(now().getTime() + 60 * 60 * 1000);
    await untilGone();
    clock.now = now;
    expect(mailsTo(person.email)).toHaveLength(already);
    expect(server.logLines.filter((line) => line.includes('ACCOUNTS.MAIL_OUT_OF_DATE'))).not.toEqual([]);
  });

  given('is not written when what it tells of does not happen', async () => {
    const before = mail.mails.length;
    await superuser.query(
      `CREATE FUNCTION refuse_commit() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'no'; END $$;
       CREATE CONSTRAINT TRIGGER impossible AFTER INSERT ON invitations DEFERRABLE INITIALLY DEFERRED
       FOR EACH ROW EXECUTE FUNCTION refuse_commit()`,
    );
    const refusal = await person.client.refusal(invite, { email: newEmail() });
    await superuser.query('DROP FUNCTION refuse_commit CASCADE');
    expect([refusal.code, await rows(), await jobs(), mail.mails.length]).toEqual(['INTERNAL', [], [], before]);
  });
});
