import { randomBytes } from 'node:crypto';
import type { Client } from 'pg';
import { migrateQueue } from '../../../src/kernel/queue/index.js';
import { send, type Answer, type Knock } from '../answers.js';
import type { ApiClient } from '../api-client.js';
import { Canaries } from '../canaries.js';
import { createTestDatabase, type TestDatabase } from '../database.js';
import { connectSuperuser } from '../every-row.js';
import { startMailServer, startRudePlatform, type MailServer, type RudePlatform } from '../outside-world.js';
import { newEmail } from '../people.js';
import { startTestRedis, type TestRedis } from '../redis.js';
import { startServer, type TestServer } from '../server.js';
import { witnessCommands, witnessTables, type JobWitness } from './job-witness.js';

/** What is secret from the start; tokens and keys that the server makes are added as they appear. */
function knownSecrets(canaries: Canaries) {
  const secret = (name: string) => canaries.add(name, `canary-${randomBytes(18).toString('hex')}`);
  return {
    password: secret('password'),
    newPassword: secret('password'),
    wrongPassword: secret('password'),
    adminPassword: secret('admin password'),
    jwt: secret('JWT_SECRET'),
    vapi: secret('VAPI_WEBHOOK_SECRET'),
    vapiKey: secret('VAPI_API_KEY'),
    metrics: secret('METRICS_TOKEN'),
    smtp: secret('SMTP password'),
    database: secret('database password'),
    // What a stranger sends may be a real secret with a slip of the finger.
    wrongSecret: secret('wrong webhook secret'),
    wrongToken: secret('wrong token'),
    twilio: secret('twilioAuthToken'),
    provider: secret('apiKey of a provider'),
    sip: secret('sip password'),
    control: secret('control address'),
    prompt: secret('prompt'),
    key: canaries.add('ENCRYPTION_KEYS', randomBytes(32).toString('base64')),
  };
}

interface Parts {
  server: TestServer;
  mail: MailServer;
  platform: RudePlatform;
  database: TestDatabase;
  redis: TestRedis | undefined;
  superuser: Client;
  jobs: JobWitness;
}

/** Of one GraphQL operation: by its root fields. */
export type Data = Record<string, Record<string, unknown> | undefined>;

export interface Question {
  query: string;
  variables?: object;
  /** Names of the secrets that this answer gives. */
  mayHold?: readonly string[];
}

/** A server full of secrets, among strangers that repeat what they are told. */
export class SecretWorld {
  readonly email = newEmail();
  /** What every answer of the server held and should not have, by what was asked. */
  readonly told: [string, string[]][] = [];

  private constructor(
    readonly canaries: Canaries,
    readonly secrets: ReturnType<typeof knownSecrets>,
    private readonly parts: Parts,
  ) {}

  static async open(withRedis: boolean): Promise<SecretWorld> {
    const canaries = new Canaries();
    const secrets = knownSecrets(canaries);
    const [mail, platform, database] = await Promise.all([
      startMailServer(),
      startRudePlatform(),
      createTestDatabase(),
    ]);
    await migrateQueue(database.url);
    const redis = withRedis ? await startTestRedis() : undefined;
    const superuser = await connectSuperuser(database.url);
    const jobs = await (redis ? witnessCommands(redis.url) : witnessTables(superuser));
    const login = new URL(database.url);
    // A local cluster asks for no password, so any will do.
    if (login.password === '') login.password = secrets.database;
    const server = await startServer({
      DATABASE_URL: login.href,
      ...(redis && { REDIS_URL: redis.url }),
      JWT_SECRET: secrets.jwt,
      ENCRYPTION_KEYS: `first:${secrets.key}`,
      VAPI_WEBHOOK_SECRET: secrets.vapi,
      VAPI_API_KEY: secrets.vapiKey,
      VAPI_BASE_URL: `http://127.0.0.1:${platform.port}`,
      SMTP_URL: `smtp://robot:${secrets.smtp}@127.0.0.1:${mail.port}`,
      METRICS_TOKEN: secrets.metrics,
      ADMIN_EMAIL: newEmail(),
      ADMIN_PASSWORD: secrets.adminPassword,
      LOG_LEVEL: 'trace',
    });
    return new SecretWorld(canaries, secrets, { server, mail, platform, database, redis, superuser, jobs });
  }

  get server(): TestServer {
    return this.parts.server;
  }

  get mail(): MailServer {
    return this.parts.mail;
  }

  get platform(): RudePlatform {
    return this.parts.platform;
  }

  get superuser(): Client {
    return this.parts.superuser;
  }

  get jobs(): JobWitness {
    return this.parts.jobs;
  }

  /** Not signed in. */
  get anyone(): ApiClient {
    return this.parts.server.client;
  }

  /** A request whose answer may hold no secret but those named. */
  async knock(client: ApiClient, knock: Knock, mayHold: readonly string[] = []): Promise<Answer> {
    const answer = await send(client, knock);
    this.look(JSON.stringify(knock).slice(0, 120), answer, mayHold);
    return answer;
  }

  async ask(client: ApiClient, { query, variables = {}, mayHold = [] }: Question): Promise<Data> {
    const answer = await send(client, ['POST /graphql', { query, variables }]);
    this.look(query.slice(0, 120), answer, mayHold);
    return (JSON.parse(answer.body) as { data?: Data | null }).data ?? {};
  }

  look(asked: string, { headers, body }: Answer, mayHold: readonly string[] = []): void {
    const held = this.canaries.in(`${JSON.stringify([...headers])} ${body}`, mayHold);
    if (held.length > 0) this.told.push([asked, held]);
  }

  logTells(text: string): boolean {
    return this.server.logLines.some((line) => line.includes(text));
  }

  async close(): Promise<void> {
    const { server, mail, platform, database, redis, superuser, jobs } = this.parts;
    await server.close();
    await jobs.stop();
    await superuser.end();
    await database.drop();
    await Promise.all([mail.close(), platform.close(), redis?.stop()]);
  }
}
