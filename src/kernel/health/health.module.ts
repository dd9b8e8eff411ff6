import { Module } from '@nestjs/common';
import { HealthController } from './health.controller.js';
import { MetricsController } from './metrics.controller.js';
import { MetricsGate } from './metrics-gate.js';
import { Readiness } from './readiness.js';

/** The probes and the metrics over HTTP; the checks come from the parts of the server (see `HealthChecks`). */
@Module({ controllers: [HealthController, MetricsController], providers: [Readiness, MetricsGate] })
export class HealthModule {}
