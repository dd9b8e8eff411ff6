import { Module } from '@nestjs/common';
import { AlertsModule } from './alerts.module.js';
import { AlertWatch } from './watch/alert-watch.js';
import { WatchAlertsProcessor } from './watch/watch-alerts.processor.js';

/** What looks for incidents by schedule. */
@Module({ imports: [AlertsModule], providers: [AlertWatch, WatchAlertsProcessor] })
export class AlertsWorkerModule {}
