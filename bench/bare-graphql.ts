import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { buildSchema, execute, parse, validate, type DocumentNode } from 'graphql';
import { Pool } from 'pg';
import { z } from 'zod';
import { announce } from './references/announce.js';

/** A page of calls by graphql-js and one hand-written statement: no sign-in, no tenants, no limits, no errors. */
const schema = buildSchema(`
  type Query { calls(first: Int!): Calls! }
  type Calls { nodes: [Call!]! pageInfo: PageInfo! }
  type PageInfo { hasNextPage: Boolean! }
  type Call {
    id: ID! status: String! outcome: String direction: String fromNumber: String toNumber: String startedAt: String
    endedAt: String durationSeconds: Int endedReason: String satisfaction: Int summary: String sandbox: Boolean!
    createdAt: String! cost: Money assistant: Assistant
  }
  type Money { amount: String! currency: String! }
  type Assistant { id: ID! name: String! phoneNumber: String language: String! }
`);

const iso = (column: string) => `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
const page = {
  name: 'page',
  text: `SELECT 'call_' || c.id AS id, c.status, c.outcome, c.direction, c.from_number AS "fromNumber",
      c.to_number AS "toNumber", ${iso('c.started_at')} AS "startedAt", ${iso('c.ended_at')} AS "endedAt",
      c.duration_seconds AS "durationSeconds", c.ended_reason AS "endedReason", c.satisfaction, c.summary, c.sandbox,
      ${iso('c.created_at')} AS "createdAt", c.cost, c.currency, c.assistant_id AS "assistantId", a.name,
      a.phone_number AS "phoneNumber", a.language
    FROM calls c LEFT JOIN voice_assistants a ON a.workspace_id = c.workspace_id AND a.id = c.assistant_id
    WHERE c.workspace_id = $1 ORDER BY c.began_at DESC, c.id DESC LIMIT $2`,
};

interface Row {
  [column: string]: unknown;
  cost: string | null;
  currency: string | null;
  assistantId: string | null;
}

const pool = new Pool({ connectionString: process.env.BENCH_ADMIN_URL, max: 10 });
const documents = new Map<string, DocumentNode>();
const asked = z.object({ query: z.string(), variables: z.record(z.string(), z.unknown()).optional() });

const rootValue = {
  async calls({ first }: { first: number }) {
    const { rows } = await pool.query<Row>({ ...page, values: [process.env.BENCH_WORKSPACE, first + 1] });
    return { nodes: rows.slice(0, first).map(toCall), pageInfo: { hasNextPage: rows.length > first } };
  },
};

function toCall({ cost, currency, assistantId, name, phoneNumber, language, ...call }: Row) {
  return {
    ...call,
    cost: cost === null ? null : { amount: cost, currency },
    assistant: assistantId === null ? null : { id: `assistant_${assistantId}`, name, phoneNumber, language },
  };
}

function documentOf(query: string): DocumentNode {
  const known = documents.get(query);
  if (known) return known;
  const document = parse(query);
  const [fault] = validate(schema, document);
  if (fault) throw fault;
  documents.set(query, document);
  return document;
}

async function answer(body: string): Promise<string> {
  const { query, variables = {} } = asked.parse(JSON.parse(body));
  return JSON.stringify(await execute({ schema, document: documentOf(query), rootValue, variableValues: variables }));
}

function serve(request: IncomingMessage, response: ServerResponse): void {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    answer(Buffer.concat(chunks).toString()).then(
      (text) => response.writeHead(200, { 'content-type': 'application/json' }).end(text),
      (error: unknown) => response.writeHead(500).end(String(error)),
    );
  });
}

const server = createServer(serve);
server.listen(0, '127.0.0.1', () => announce(server.address()));
