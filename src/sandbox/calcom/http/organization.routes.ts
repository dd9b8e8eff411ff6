import { z } from 'zod';
import { notFound, refusal } from '../refusal.js';
import { isTimeZone } from '../slots/zone.js';
import type { OrganizationUser, OrganizationUsers } from '../state/organization-users.js';
import { bodyAs, idIn, numberIn, success, type Handler, type Route, type StandInRequest } from './stand-in-request.js';

interface Parts {
  readonly users: OrganizationUsers;
  /** Null where the plan has no organization. */
  readonly organizationId: number | null;
  readonly now: () => Date;
}

const timeZone = z.string().refine(isTimeZone, 'timeZone must be a valid IANA time-zone');
const role = z.enum(['MEMBER', 'ADMIN', 'OWNER']);
const newUser = z.object({
  email: z.email('email must be an email'),
  username: z.string().min(1).optional(),
  timeZone: timeZone.optional(),
  locale: z.string().nullish(),
  bio: z.string().optional(),
  organizationRole: role.optional(),
  autoAccept: z.boolean().optional(),
  metadata: z.record(z.string().max(40), z.unknown()).optional(),
});
const changedUser = newUser.partial();

/** Staff, who are all that Cal.com knows of people beside attendees. */
export function organizationRoutes(parts: Parts): Route[] {
  const handlers = new OrganizationHandlers(parts);
  const path = '/v2/organizations/:orgId/users';
  const guarded = (handle: Handler): Handler => {
    return (request) => {
      handlers.assertPlan(request);
      return handle(request);
    };
  };
  return [
    { method: 'GET', path, handle: guarded((request) => handlers.list(request)) },
    { method: 'POST', path, handle: guarded((request) => handlers.create(request)) },
    { method: 'PATCH', path: `${path}/:userId`, handle: guarded((request) => handlers.change(request)) },
  ];
}

class OrganizationHandlers {
  constructor(private readonly parts: Parts) {}

  /** @throws Refusal 403 */
  assertPlan(request: StandInRequest): void {
    if (this.parts.organizationId !== null && idIn(request) === this.parts.organizationId) return;
    throw refusal(
      403,
      'PlatformPlanGuard - No organization subscription found for this account. Please contact sales to get an organization plan with API access.',
    );
  }

  list(request: StandInRequest) {
    const emails = request.query.getAll('emails').flatMap((text) => text.split(','));
    const take = numberIn(request, 'take', { least: 1, most: 1000 }) ?? 250;
    const skip = numberIn(request, 'skip', { least: 0, most: Number.MAX_SAFE_INTEGER }) ?? 0;
    const meant = this.parts.users.list().filter(({ email }) => emails.length === 0 || emails.includes(email));
    return success(meant.slice(skip, skip + take).map((user) => this.output(user)));
  }

  create(request: StandInRequest) {
    const asked = bodyAs(newUser, request);
    const { users, now } = this.parts;
    if (users.findByEmail(asked.email)) throw refusal(409, `A user already exists with email ${asked.email}`);
    const user = users.put({
      id: users.nextId(),
      username: asked.username ?? asked.email.replace(/@.*$/, ''),
      // Whoever is invited sets it on signing up.
      name: null,
      email: asked.email,
      timeZone: asked.timeZone ?? 'Europe/London',
      locale: asked.locale ?? null,
      bio: asked.bio ?? null,
      role: asked.organizationRole ?? 'MEMBER',
      metadata: asked.metadata ?? {},
      createdDate: now().toISOString(),
    });
    return success(this.output(user), 201);
  }

  change(request: StandInRequest) {
    const { users } = this.parts;
    const known = users.find(idIn(request, 1));
    if (!known) throw notFound(`User with id=${idIn(request, 1)} not found in the organization`);
    const { organizationRole, autoAccept: _accept, ...asked } = bodyAs(changedUser, request);
    const given = Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== undefined));
    return success(this.output(users.put({ ...known, ...given, role: organizationRole ?? known.role })));
  }

  private output({ role: _role, ...user }: OrganizationUser): Record<string, unknown> {
    const { id, username } = user;
    const organizationId = this.parts.organizationId ?? 0;
    return {
      ...user,
      weekStart: 'Sunday',
      hideBranding: false,
      profile: { id, organizationId, userId: id, username },
    };
  }
}
