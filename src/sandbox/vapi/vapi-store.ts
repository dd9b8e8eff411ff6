import { randomUUID } from 'node:crypto';
import { z } from 'zod';

/** Something that Vapi keeps, as it gives it back. */
export interface VapiResource extends Readonly<Record<string, unknown>> {
  readonly id: string;
}

export const vapiKinds = ['assistant', 'tool', 'credential', 'phone-number', 'call'] as const;
export type VapiKind = (typeof vapiKinds)[number];

const resource = z.looseObject({ id: z.string() });
const kind = z.enum(vapiKinds);

/** What is kept over restarts. */
export const savedAccount = z.object({ orgId: z.string(), kept: z.partialRecord(kind, z.array(resource)) });
export type SavedAccount = z.infer<typeof savedAccount>;

/** Of calls only the latest are kept, as Vapi itself keeps them for some days only. */
const mostCalls = 200;

/** What an account at Vapi holds. */
export class VapiStore {
  readonly orgId: string;
  readonly #kept: Map<VapiKind, Map<string, VapiResource>>;

  constructor(
    private readonly now: () => Date,
    saved?: SavedAccount | null,
  ) {
    this.orgId = saved?.orgId ?? randomUUID();
    this.#kept = new Map(vapiKinds.map((each) => [each, byId(saved?.kept[each] ?? [])]));
  }

  /** Newest first. */
  list(kind: VapiKind): VapiResource[] {
    return [...this.of(kind).values()].reverse();
  }

  find(kind: VapiKind, id: string): VapiResource | null {
    return this.of(kind).get(id) ?? null;
  }

  /** @param id Any new one where it is left out. */
  add(kind: VapiKind, members: Readonly<Record<string, unknown>>, id: string = randomUUID()): VapiResource {
    const at = this.now().toISOString();
    const made = { createdAt: at, updatedAt: at, ...given(members), id, orgId: this.orgId };
    this.of(kind).set(id, made);
    if (kind === 'call') this.forgetOldCalls();
    return made;
  }

  /** Each member that is given replaces what stands there, whole; null takes it away. */
  change(kind: VapiKind, id: string, members: Readonly<Record<string, unknown>>): VapiResource | null {
    const known = this.find(kind, id);
    if (!known) return null;
    const { orgId, createdAt } = known;
    const updatedAt = this.now().toISOString();
    const changed = { ...given({ ...known, ...members }), id, orgId, createdAt, updatedAt };
    this.of(kind).set(id, changed);
    return changed;
  }

  remove(kind: VapiKind, id: string): VapiResource | null {
    const known = this.find(kind, id);
    this.of(kind).delete(id);
    return known;
  }

  saved(): SavedAccount {
    const entries = vapiKinds.map((each) => [each, [...this.of(each).values()]] as const);
    return { orgId: this.orgId, kept: Object.fromEntries(entries) };
  }

  private forgetOldCalls(): void {
    const calls = this.of('call');
    const [oldest] = calls.keys();
    if (calls.size > mostCalls && oldest !== undefined) calls.delete(oldest);
  }

  private of(kind: VapiKind): Map<string, VapiResource> {
    const kept = this.#kept.get(kind) ?? new Map<string, VapiResource>();
    this.#kept.set(kind, kept);
    return kept;
  }
}

function byId(resources: readonly VapiResource[]): Map<string, VapiResource> {
  return new Map(resources.map((each) => [each.id, each]));
}

function given(members: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined && value !== null));
}
