import { randomUUID } from 'node:crypto';

/** Something that Vapi keeps, as it gives it back. */
export interface VapiResource extends Readonly<Record<string, unknown>> {
  readonly id: string;
}

export const vapiKinds = ['assistant', 'tool', 'credential'] as const;
export type VapiKind = (typeof vapiKinds)[number];

/** What an account at Vapi holds. */
export class VapiStore {
  readonly #kept = new Map<VapiKind, Map<string, VapiResource>>(vapiKinds.map((kind) => [kind, new Map()]));

  constructor(
    private readonly now: () => Date,
    private readonly orgId: string = randomUUID(),
  ) {}

  /** Newest first. */
  list(kind: VapiKind): VapiResource[] {
    return [...this.of(kind).values()].reverse();
  }

  find(kind: VapiKind, id: string): VapiResource | null {
    return this.of(kind).get(id) ?? null;
  }

  add(kind: VapiKind, members: Readonly<Record<string, unknown>>): VapiResource {
    const at = this.now().toISOString();
    const made = { ...members, id: randomUUID(), orgId: this.orgId, createdAt: at, updatedAt: at };
    this.of(kind).set(made.id, made);
    return made;
  }

  /** Each member that is given replaces what stands there, whole. */
  change(kind: VapiKind, id: string, members: Readonly<Record<string, unknown>>): VapiResource | null {
    const known = this.find(kind, id);
    if (!known) return null;
    const { orgId, createdAt } = known;
    const changed = { ...known, ...members, id, orgId, createdAt, updatedAt: this.now().toISOString() };
    this.of(kind).set(id, changed);
    return changed;
  }

  remove(kind: VapiKind, id: string): VapiResource | null {
    const known = this.find(kind, id);
    this.of(kind).delete(id);
    return known;
  }

  private of(kind: VapiKind): Map<string, VapiResource> {
    return this.#kept.get(kind) ?? new Map<string, VapiResource>();
  }
}
