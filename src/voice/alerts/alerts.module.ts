import './alerts.personal-data.js';
import { Module } from '@nestjs/common';
import { AccountsModule } from '../../accounts/index.js';
import { VoiceModule } from '../voice.module.js';
import { AlertRepository } from './alert.repository.js';
import { Alerts } from './alerts.service.js';
import { CallAlerts } from './sources/call-alerts.js';
import { ConnectionAlerts } from './sources/connection-alerts.js';
import { FailedCalls } from './sources/failed-calls.repository.js';
import { UnheardCalls } from './sources/unheard-calls.repository.js';
import { WebhookAlerts } from './sources/webhook-alerts.js';

/** Incidents, and what raises them; it needs the connections of the workspace. */
@Module({
  imports: [AccountsModule, VoiceModule],
  providers: [AlertRepository, Alerts, FailedCalls, CallAlerts, ConnectionAlerts, UnheardCalls, WebhookAlerts],
  exports: [Alerts, CallAlerts, ConnectionAlerts, WebhookAlerts],
})
export class AlertsModule {}
