import type { INestApplicationContext } from '@nestjs/common';
import { DataSource } from 'typeorm';

interface PooledClient {
  query(query: string | { text: string }, ...rest: unknown[]): unknown;
}

type Pooling = DataSource & { driver: { master: { _clients: PooledClient[] } } };

/** What an application sends to the database while it does some work, on the connections that are open by then. */
export async function statementsOf(app: INestApplicationContext, work: () => Promise<unknown>): Promise<string[]> {
  const { driver } = app.get<DataSource, Pooling>(DataSource, { strict: false });
  const texts: string[] = [];
  const restore = driver.master._clients.map((client) => {
    const original = client.query.bind(client);
    client.query = (query, ...rest) => {
      texts.push(typeof query === 'string' ? query : query.text);
      return original(query, ...rest);
    };
    return () => (client.query = original);
  });
  try {
    await work();
  } finally {
    for (const put of restore) put();
  }
  return texts;
}
