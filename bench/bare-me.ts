import { createSecretKey } from 'node:crypto';
import fastify from 'fastify';
import jwt from 'jsonwebtoken';
import { Pool } from 'pg';
import { announce } from './references/announce.js';

/** Who is signed in, by Fastify, one check of the token and one statement. */
const key = createSecretKey(Buffer.from(process.env.JWT_SECRET ?? ''));
const pool = new Pool({ connectionString: process.env.BENCH_ADMIN_URL, max: 10 });
const find = { name: 'me', text: 'SELECT id FROM users WHERE id = $1' };

const app = fastify();
app.get('/me', async ({ headers }) => {
  const claims = jwt.verify(headers.authorization?.slice('Bearer '.length) ?? '', key, { algorithms: ['HS256'] });
  const { rows } = await pool.query<{ id: string }>({
    ...find,
    values: [typeof claims === 'string' ? claims : claims.sub],
  });
  return { data: { me: { id: `user_${rows[0]?.id}` } } };
});
await app.listen({ port: 0, host: '127.0.0.1' });
announce(app.server.address());
