import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../../kernel/context/index.js';
import { Cursors, toPage, type Page, type PageRequest } from '../../kernel/graphql/index.js';
import { AppointmentNotFound } from '../calendar.errors.js';
import type { AppointmentType } from './graphql/appointment.type.js';
import type { AppointmentFilter } from './reading/appointment-filter.js';
import { AppointmentReader } from './reading/appointment-reader.js';

const cursors = new Cursors('appointments', 'moment');

/** Appointments as clients of the API list them; those that are gone from the calendar do not appear. */
@Injectable()
export class AppointmentLists {
  constructor(private readonly reader: AppointmentReader) {}

  /**
   * In the order of time: `filter.from` is where it begins.
   *
   * @throws CursorInvalid
   */
  async page(ctx: RequestContext, request: PageRequest, filter: AppointmentFilter): Promise<Page<AppointmentType>> {
    const after = request.after === undefined ? null : cursors.decode(ctx, request.after);
    const rows = await this.reader.page(ctx, { filter, after, limit: request.first + 1 });
    return toPage({
      request,
      rows,
      toNode: (appointment) => appointment,
      cursorOf: ({ position, uuid }) => cursors.encode(ctx, { key: position, id: uuid }),
      countAll: () => this.reader.count(ctx, filter),
    });
  }

  /** @returns null for one that does not exist, is gone from the calendar or is another workspace's. */
  find(ctx: RequestContext, id: string): Promise<AppointmentType | null> {
    return this.reader.find(ctx, id);
  }

  /** @throws AppointmentNotFound */
  async get(ctx: RequestContext, id: string): Promise<AppointmentType> {
    const appointment = await this.reader.find(ctx, id);
    if (!appointment) throw new AppointmentNotFound(id);
    return appointment;
  }
}
