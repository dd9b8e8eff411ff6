import { AppError } from '../../../kernel/errors/index.js';
import { route } from '../../../kernel/http/index.js';
import { eventTypeMissing } from './calcom-refusals.js';
import type { CalComRequests, CallLimits } from './calcom-requests.js';
import { EventTypeNotFound } from './calcom.errors.js';
import { eventTypeReply, eventTypesReply, teamsReply, type CalComEventType } from './event-type.js';

/** Kinds of appointments: https://cal.com/docs/api-reference/v2/event-types */
export class EventTypesApi {
  constructor(private readonly requests: CalComRequests) {}

  /** The account owner’s own. */
  list({ timeoutMs }: CallLimits = {}): Promise<readonly CalComEventType[]> {
    return this.requests.get('/v2/event-types', { reply: eventTypesReply, timeoutMs });
  }

  /** Those of all teams that the account’s owner belongs to; none where this Cal.com has no teams. */
  async listOfTeams({ timeoutMs }: CallLimits = {}): Promise<readonly CalComEventType[]> {
    const teams = await this.teams(timeoutMs);
    const lists = teams.map(({ id }) =>
      this.requests.get(route`/v2/teams/${id}/event-types`, { reply: eventTypesReply, timeoutMs }),
    );
    return (await Promise.all(lists)).flat();
  }

  /** Null where there is none, or none that the account may see. */
  async get(id: number, { timeoutMs }: CallLimits = {}): Promise<CalComEventType | null> {
    const path = route`/v2/event-types/${id}`;
    try {
      return await this.requests.get(path, { reply: eventTypeReply, timeoutMs, readings: [eventTypeMissing] });
    } catch (error) {
      if (error instanceof EventTypeNotFound) return null;
      throw error;
    }
  }

  private async teams(timeoutMs: number | undefined): Promise<readonly { id: number }[]> {
    try {
      return await this.requests.get('/v2/teams', { reply: teamsReply, timeoutMs });
    } catch (error) {
      // The community edition has no such route.
      if (error instanceof AppError && error.kind === 'not_found') return [];
      throw error;
    }
  }
}
