import { z } from 'zod';

export const organizationUserSchema = z.readonly(
  z.object({
    id: z.number(),
    username: z.string(),
    name: z.string().nullable(),
    email: z.string(),
    timeZone: z.string(),
    locale: z.string().nullable(),
    bio: z.string().nullable(),
    role: z.enum(['MEMBER', 'ADMIN', 'OWNER']),
    metadata: z.record(z.string(), z.unknown()),
    createdDate: z.string(),
  }),
);
export type OrganizationUser = z.infer<typeof organizationUserSchema>;

/** The people of an organization, of which a plan without organizations has none. */
export class OrganizationUsers {
  readonly #byId: Map<number, OrganizationUser>;

  constructor(known: readonly OrganizationUser[] = []) {
    this.#byId = new Map(known.map((user) => [user.id, user]));
  }

  list(): OrganizationUser[] {
    return [...this.#byId.values()];
  }

  find(id: number): OrganizationUser | null {
    return this.#byId.get(id) ?? null;
  }

  findByEmail(email: string): OrganizationUser | null {
    return this.list().find((user) => user.email.toLowerCase() === email.toLowerCase()) ?? null;
  }

  put(user: OrganizationUser): OrganizationUser {
    this.#byId.set(user.id, user);
    return user;
  }

  nextId(): number {
    return Math.max(1000, ...this.#byId.keys()) + 1;
  }
}
