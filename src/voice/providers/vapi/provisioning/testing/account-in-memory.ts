import type { VendorClient, VendorRequest } from '../../../../../integrations/index.js';
import { VapiApi } from '../vapi-api.js';

type Resource = Record<string, unknown> & { id: string };

/** An account at Vapi without a network: it keeps what is written, replaces fields whole, and adds its own. */
export class AccountInMemory {
  readonly #kept = new Map<string, Map<string, Resource>>();
  readonly writes: string[] = [];
  #made = 0;

  readonly api = new VapiApi({
    get: (path: string, request: VendorRequest<unknown>) => this.answer(this.read(path), request),
    post: (path: string, request: VendorRequest<unknown>) => this.answer(this.write('POST', path, request), request),
    patch: (path: string, request: VendorRequest<unknown>) => this.answer(this.write('PATCH', path, request), request),
    delete: (path: string, request: VendorRequest<unknown>) =>
      this.answer(this.write('DELETE', path, request), request),
  } as unknown as VendorClient);

  add(kind: string, fields: Record<string, unknown>): string {
    const id = `${kind}-${(this.#made += 1)}`;
    const at = new Date(this.#made * 1_000).toISOString();
    this.of(kind).set(id, { isServerUrlSecretSet: false, ...fields, id, orgId: 'org', createdAt: at, updatedAt: at });
    return id;
  }

  change(kind: string, id: string, fields: Record<string, unknown>): void {
    const known = this.of(kind).get(id);
    if (known) this.of(kind).set(id, { ...known, ...fields });
  }

  list(kind: string): Resource[] {
    return [...this.of(kind).values()];
  }

  private read(path: string): unknown {
    const [, kind = '', id] = path.split('/');
    return id === undefined ? this.list(kind) : this.of(kind).get(id);
  }

  private write(method: string, path: string, { json }: VendorRequest<unknown>): unknown {
    this.writes.push(`${method} ${path.split('/')[1] ?? ''}`);
    const [, kind = '', id = ''] = path.split('/');
    // As it would be on the wire.
    const fields = JSON.parse(JSON.stringify(json ?? {})) as Record<string, unknown>;
    if (method === 'POST') return this.of(kind).get(this.add(kind, fields));
    if (method === 'DELETE') return this.of(kind).delete(id);
    this.change(kind, id, fields);
    return this.of(kind).get(id);
  }

  private async answer(body: unknown, { reply }: VendorRequest<unknown>): Promise<unknown> {
    return 'parse' in reply ? reply.parse(body) : body;
  }

  private of(kind: string): Map<string, Resource> {
    const known = this.#kept.get(kind) ?? new Map<string, Resource>();
    this.#kept.set(kind, known);
    return known;
  }
}
