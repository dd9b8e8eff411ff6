import { Module } from '@nestjs/common';
import { AlertsModule } from './alerts.module.js';
import { AlertsResolver } from './alerts.resolver.js';
import { LiveAlerts } from './live-alerts.js';

/** Incidents over GraphQL. */
@Module({ imports: [AlertsModule], providers: [AlertsResolver, LiveAlerts] })
export class AlertsApiModule {}
