import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../../../kernel/context/index.js';
import { UnitOfWork } from '../../../kernel/database/index.js';
import { ToolTimes } from '../../../voice/index.js';
import { SyncReportRepository, type Period } from './sync-report.repository.js';

/** How well appointments are in step with Cal.com; shares are from 0 to 1, and null where there is nothing to count. */
export interface SyncReport {
  lastWebhookAt: Date | null;
  lastPollAt: Date | null;
  rowsCompared: number;
  rowsRepaired: number;
  syncAccuracy: number | null;
  bookingSuccessRate: number | null;
  toolP95Ms: number | null;
  webhookDeliveryRate: number | null;
}

/** The tools that wait for the calendar, as the model calls them. */
const calendarTools = [
  'appointment_read',
  'appointment_create',
  'appointment_update',
  'appointment_cancel',
  'availability_read',
  'user_read',
  'user_create',
  'user_update',
];

const usualDays = 30;

@Injectable()
export class SyncReports {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly repository: SyncReportRepository,
    private readonly tools: ToolTimes,
  ) {}

  /** Of the thirty days before its end, and up to now, unless bounded. */
  async read(ctx: RequestContext, bounds: { from?: Date | undefined; to?: Date | undefined }): Promise<SyncReport> {
    const period = periodOf(bounds);
    const figures = await this.unitOfWork.run(ctx, (tx) => this.repository.read(tx, period));
    const toolP95Ms = await this.tools.percentile(ctx, { names: calendarTools, ...period, share: 0.95 });
    const { compared, repaired, told, booked, failed } = figures;
    return {
      lastWebhookAt: figures.lastWebhookAt,
      lastPollAt: figures.lastPollAt,
      rowsCompared: compared,
      rowsRepaired: repaired,
      syncAccuracy: share(compared - repaired, compared),
      bookingSuccessRate: share(booked, booked + failed),
      toolP95Ms: toolP95Ms === null ? null : Math.round(toolP95Ms),
      webhookDeliveryRate: share(told, told + repaired),
    };
  }
}

function periodOf({ from, to = new Date() }: { from?: Date | undefined; to?: Date | undefined }): Period {
  return { from: from ?? new Date(to.getTime() - usualDays * 24 * 3_600_000), to };
}

/** What is wrong beside a row that was compared can make more repairs than rows. */
function share(part: number, whole: number): number | null {
  return whole > 0 ? Math.max(0, part) / whole : null;
}
