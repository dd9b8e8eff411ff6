import { createHmac, randomBytes, randomUUID } from 'node:crypto';
import { existsSync, linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { ConfigurationFault, type Environment } from './config.js';

const fileSchema = z.looseObject({ SEED: z.string().min(32) }).catchall(z.string());
type Secrets = z.infer<typeof fileSchema>;

/** What a developer need not think of; production has to set each of these. */
const generated: Readonly<Record<string, (derive: () => Buffer) => string>> = {
  JWT_SECRET: (derive) => derive().toString('base64url'),
  ENCRYPTION_KEYS: (derive) => `dev:${derive().toString('base64')}`,
  VAPI_WEBHOOK_SECRET: (derive) => derive().toString('hex'),
  CAL_WEBHOOK_SECRET: (derive) => derive().toString('hex'),
  ADMIN_EMAIL: () => 'admin@localhost.test',
  ADMIN_PASSWORD: (derive) => derive().toString('base64url').slice(0, 20),
};

/**
 * The settings that a development start adds to its environment: secrets made once and kept in `DATA_DIR/secrets.json`,
 * which may be edited. Only what `env` leaves unset is added, and nothing at all in production.
 *
 * @throws ConfigurationFault when DATA_DIR cannot be written or the file is damaged.
 */
export function developmentEnvironment(dataDir: string, env: Environment): Record<string, string> {
  if (env.NODE_ENV === 'production') return {};
  const secrets = readOrCreate(dataDir);
  const unset = Object.keys(generated).filter((name) => !env[name]);
  return Object.fromEntries(unset.map((name) => [name, secrets[name] ?? '']));
}

/**
 * A secret that no setting takes, such as the key of a stand-in: the same at each start in this folder.
 *
 * @throws ConfigurationFault as `developmentEnvironment`.
 */
export function developmentSecret(dataDir: string, name: string): string {
  return derive(readOrCreate(dataDir), name).toString('hex');
}

function readOrCreate(dataDir: string): Secrets {
  const file = join(dataDir, 'secrets.json');
  try {
    makeFolder(dataDir);
    const known = read(file) ?? createOnce(file);
    const complete = withAll(known);
    if (Object.keys(complete).length > Object.keys(known).length) replace(file, complete);
    return complete;
  } catch (error) {
    if (error instanceof ConfigurationFault) throw error;
    const reason = String(error).replace(/^Error: /, '');
    throw new ConfigurationFault([
      `DATA_DIR cannot be used (${reason}). Make it writable or set it to another folder.`,
    ]);
  }
}

/** One folder at a time: Node tries for ever to make several at once where none can be made, such as below `/proc`. */
function makeFolder(path: string): void {
  if (existsSync(path)) return;
  makeFolder(dirname(path));
  // Others may pass through: the account that runs the embedded database may live below.
  try {
    mkdirSync(path, { mode: 0o711 });
  } catch (error) {
    if (!existsSync(path)) throw error;
  }
}

/** Every secret follows from the seed, so two processes that complete a file at once complete it alike. */
function withAll(secrets: Secrets): Secrets {
  const complete = { ...secrets };
  for (const [name, make] of Object.entries(generated)) {
    complete[name] ||= make(() => derive(secrets, name));
  }
  return complete;
}

function derive({ SEED }: Secrets, name: string): Buffer {
  return createHmac('sha256', SEED).update(name).digest();
}

function read(file: string): Secrets | undefined {
  if (!existsSync(file)) return undefined;
  const text = readFileSync(file, 'utf8');
  try {
    return fileSchema.parse(JSON.parse(text));
  } catch {
    throw new ConfigurationFault([
      `${file} is damaged. Restore it, or delete it to have new secrets made (what was encrypted with the old ones is then lost).`,
    ]);
  }
}

/** A link fails where a file is, so of two processes the second takes what the first has made. */
function createOnce(file: string): Secrets {
  const fresh = withAll({ SEED: randomBytes(32).toString('hex') });
  const draft = writeDraft(file, fresh);
  try {
    linkSync(draft, file);
    return fresh;
  } catch {
    const winner = read(file);
    if (winner) return winner;
    // Some file systems (exFAT, shared folders of virtual machines) know no links.
    renameSync(draft, file);
    return fresh;
  } finally {
    rmSync(draft, { force: true });
  }
}

function replace(file: string, secrets: Secrets): void {
  renameSync(writeDraft(file, secrets), file);
}

function writeDraft(file: string, secrets: Secrets): string {
  const draft = `${file}.${randomUUID()}`;
  writeFileSync(draft, `${JSON.stringify(secrets, undefined, 2)}\n`, { mode: 0o600, flag: 'wx' });
  return draft;
}
