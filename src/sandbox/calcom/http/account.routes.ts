import type { StandInHost } from '../event-type.js';
import { eventTypeNotFound } from '../desk/booking-refusals.js';
import { notFound } from '../refusal.js';
import type { EventTypes } from '../state/event-types.js';
import { eventTypeOutput, scheduleOutput } from './event-type-output.js';
import { idIn, success, type Route } from './stand-in-request.js';

interface Parts {
  readonly eventTypes: EventTypes;
  readonly account: StandInHost;
  readonly organizationId: number | null;
}

/** Who the key belongs to, and what can be booked there. */
export function accountRoutes(parts: Parts): Route[] {
  const me = meOutput(parts);
  return [
    { method: 'GET', path: '/v2/me', handle: () => success(me) },
    // The account belongs to none.
    { method: 'GET', path: '/v2/teams', handle: () => success([]) },
    ...eventTypeRoutes(parts),
    ...scheduleRoutes(parts),
  ];
}

function eventTypeRoutes({ eventTypes }: Parts): Route[] {
  const versions = ['2024-06-14'];
  const all = eventTypes.list().map((eventType) => ({ eventType, output: eventTypeOutput(eventType) }));
  // As 2024-04-15 has them, by groups.
  const groups = [{ eventTypes: eventTypes.list().map(({ id, slug, title }) => ({ id, slug, title })) }];
  return [
    {
      method: 'GET',
      path: '/v2/event-types',
      versions,
      handle: ({ query }) => {
        const [username, slug] = [query.get('username'), query.get('eventSlug')];
        const meant = all.filter(
          ({ eventType }) =>
            (username === null || eventType.hosts.some((host) => host.username === username)) &&
            (slug === null || eventType.slug === slug),
        );
        return success(meant.map(({ output }) => output));
      },
      handleOld: () => success({ eventTypeGroups: groups }),
    },
    {
      method: 'GET',
      path: '/v2/event-types/:id',
      versions,
      handle: (request) => {
        const id = idIn(request);
        const found = all.find(({ eventType }) => eventType.id === id);
        if (!found) throw eventTypeNotFound(id);
        return success(found.output);
      },
      handleOld: (request) => success({ eventType: { id: idIn(request) } }),
    },
  ];
}

function scheduleRoutes({ eventTypes, account }: Parts): Route[] {
  const versions = ['2024-06-11'];
  const all = eventTypes.schedules().map((schedule, index) => scheduleOutput(schedule, account.id, index === 0));
  return [
    {
      method: 'GET',
      path: '/v2/schedules',
      versions,
      handle: () => success(all),
      handleOld: () => success(eventTypes.schedules().map(({ id, name }) => ({ id, name, workingHours: [] }))),
    },
    {
      method: 'GET',
      path: '/v2/schedules/:id',
      versions,
      handle: (request) => {
        const id = idIn(request);
        const found = all.find((schedule) => schedule.id === id);
        if (!found) throw notFound(`Schedule with ID=${id} not found`);
        return success(found);
      },
      handleOld: (request) => success({ id: idIn(request), workingHours: [] }),
    },
  ];
}

function meOutput({ eventTypes, account, organizationId }: Parts): Record<string, unknown> {
  const { id, username, email, name, timeZone } = account;
  return {
    id,
    username,
    email,
    name,
    avatarUrl: null,
    bio: null,
    timeFormat: 24,
    defaultScheduleId: eventTypes.schedules()[0]?.id ?? null,
    weekStart: 'Monday',
    timeZone,
    organizationId,
    ...(organizationId === null ? {} : { organization: { isPlatform: false, id: organizationId } }),
  };
}
