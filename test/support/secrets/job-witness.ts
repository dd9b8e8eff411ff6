import { once } from 'node:events';
import { connect } from 'node:net';
import type { Client } from 'pg';

/** Sees every job that is ever put, since those that are done are not kept. */
export interface JobWitness {
  /** Everything that was written, as text. */
  seen(): Promise<string[]>;
  stop(): Promise<void>;
}

/** @param admin Of a superuser, on the database of the queue. */
export async function witnessTables(admin: Client): Promise<JobWitness> {
  await admin.query('CREATE SCHEMA witness CREATE TABLE witness.writes (written text)');
  await admin.query(
    `CREATE FUNCTION witness.note() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS
     $$ BEGIN INSERT INTO witness.writes VALUES (to_jsonb(NEW)::text); RETURN NULL; END $$`,
  );
  const { rows } = await admin.query<{ name: string }>(
    `SELECT format('%I.%I', table_schema, table_name) AS name FROM information_schema.tables
     WHERE table_type = 'BASE TABLE' AND table_schema = 'bullmq'`,
  );
  for (const { name } of rows) {
    await admin.query(
      `CREATE TRIGGER witness AFTER INSERT OR UPDATE ON ${name} FOR EACH ROW EXECUTE FUNCTION witness.note()`,
    );
  }
  const seen = async () => {
    const { rows: writes } = await admin.query<{ written: string }>('SELECT written FROM witness.writes');
    return writes.map(({ written }) => written);
  };
  return { seen, stop: async () => undefined };
}

/**
 * Every command that a Redis is given. Over a socket of its own: a client library takes what is told between its question
 * and the answer for something else.
 */
export async function witnessCommands(url: string): Promise<JobWitness> {
  const { hostname, port } = new URL(url);
  const socket = connect({ host: hostname, port: Number(port) });
  const commands: string[] = [];
  socket.setEncoding('utf8').on('data', (text: string) => void commands.push(text));
  await once(socket, 'connect');
  const listening = once(socket, 'data');
  socket.write('MONITOR\r\n');
  await listening;
  return { seen: async () => [commands.join('')], stop: async () => void socket.destroy() };
}
