import { Global, Module } from '@nestjs/common';
import { Drain } from './drain.js';
import { HealthChecks } from './health-checks.js';

/** How the process starts to be healthy and how it ends. */
@Global()
@Module({ providers: [Drain, HealthChecks], exports: [Drain, HealthChecks] })
export class LifecycleModule {}
