import { readFile, readdir } from 'node:fs/promises';
import { z } from 'zod';

const requestSchema = z.strictObject({
  method: z.enum(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE']),
  /** The whole address; the order of its query does not matter. */
  url: z.string().startsWith('https://'),
  /** Those that matter, by lower-case name. */
  headers: z.record(z.string(), z.string()).optional(),
  json: z.unknown().optional(),
  form: z.record(z.string(), z.string()).optional(),
  text: z.string().optional(),
  /** A body that no fixture can know, such as a signed assertion. */
  anyBody: z.literal(true).optional(),
});
const replySchema = z.strictObject({
  status: z.int(),
  headers: z.record(z.string(), z.string()).optional(),
  body: z.unknown().optional(),
});
const exchangesSchema = z.array(z.strictObject({ request: requestSchema, reply: replySchema })).min(1);

export type Exchange = z.output<typeof exchangesSchema>[number];

const runSchema = z.strictObject({ exchanges: exchangesSchema, output: z.unknown() });
const actionSchema = runSchema.extend({
  input: z.record(z.string(), z.unknown()),
  /** What the vendor is called with for `nextCursor` of `output`; its own nextCursor is null. */
  nextPage: runSchema.optional(),
});
export type ActionFixture = z.output<typeof actionSchema>;

const verifySchema = z.strictObject({ exchanges: exchangesSchema, accountName: z.string().nullable() });
const faultsSchema = z.array(
  z.strictObject({
    /** What the vendor answers to the connection test. */
    reply: replySchema,
    outcome: z.enum(['WORKS', 'CREDENTIALS_REFUSED', 'RIGHTS_MISSING', 'UNAVAILABLE']),
    missing: z.array(z.string()).optional(),
  }),
);
const grantSchema = z.strictObject({
  /** What the vendor tells with its tokens. */
  facts: z.record(z.string(), z.string()).optional(),
  /** The address that a browser is sent to, without state and challenge. */
  authorizeUrl: z.string().optional(),
  obtain: exchangesSchema.optional(),
  redeem: exchangesSchema.optional(),
  renew: exchangesSchema.optional(),
  revoke: exchangesSchema.optional(),
});
export type GrantFixture = z.output<typeof grantSchema>;

/** The fixtures of one connector; `{{name}}` stands for the secret of the field `name`, `{{accessToken}}` for a token. */
export class Fixtures {
  #names: Promise<string[]> | undefined;
  readonly #read = new Map<string, Promise<unknown>>();

  constructor(
    private readonly folder: URL,
    private readonly secrets: ReadonlyMap<string, string>,
  ) {}

  /** By mode, what a user enters. */
  credentials(): Promise<Record<string, Record<string, string>>> {
    return this.read('credentials', z.record(z.string(), z.record(z.string(), z.string())));
  }

  verify(): Promise<z.output<typeof verifySchema>> {
    return this.read('verify', verifySchema);
  }

  async faults(): Promise<z.output<typeof faultsSchema>> {
    return (await this.names()).includes('faults') ? this.read('faults', faultsSchema) : [];
  }

  async grant(mode: string): Promise<GrantFixture> {
    const name = `grant.${mode}`;
    return (await this.names()).includes(name) ? this.read(name, grantSchema) : {};
  }

  action(key: string): Promise<ActionFixture> {
    return this.read(key, actionSchema);
  }

  names(): Promise<string[]> {
    return (this.#names ??= this.list());
  }

  private async list(): Promise<string[]> {
    const files = await readdir(new URL('fixtures/', this.folder));
    return files.filter((file) => file.endsWith('.json')).map((file) => file.slice(0, -'.json'.length));
  }

  /** Each file by one schema, and once: nobody changes what is read. */
  private read<S extends z.ZodType>(name: string, schema: S): Promise<z.output<S>> {
    const reading = this.#read.get(name) ?? this.readNow(name, schema);
    this.#read.set(name, reading);
    return reading as Promise<z.output<S>>;
  }

  private async readNow<S extends z.ZodType>(name: string, schema: S): Promise<z.output<S>> {
    const text = await readFile(new URL(`fixtures/${name}.json`, this.folder), 'utf8');
    const parsed = schema.safeParse(this.filled(JSON.parse(text)));
    if (parsed.success) return parsed.data;
    throw new Error(`fixtures/${name}.json: ${z.prettifyError(parsed.error)}`);
  }

  private filled(value: unknown): unknown {
    if (typeof value === 'string') return this.filledText(value);
    if (Array.isArray(value)) return value.map((each) => this.filled(each));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, this.filled(each)]));
  }

  private filledText(text: string): string {
    return text.replace(/\{\{(\w+)\}\}/g, (whole, name: string) => {
      const secret = this.secrets.get(name);
      if (secret === undefined) throw new Error(`${whole} names no secret of this connector.`);
      return secret;
    });
  }
}
