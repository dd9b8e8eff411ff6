import { BullModule, BullRegistrar, type WorkerHost } from '@nestjs/bullmq';
import { Module, type DynamicModule } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { Drain, HealthChecks } from '../lifecycle/index.js';
import { declaredQueues } from './job-definition.js';
import { JobHandlers } from './job-handlers.js';
import { JobRunner } from './job-runner.js';
import { backendOptions, QueueBackend } from './queue-backend.js';
import { QueueModule } from './queue.module.js';
import { QueueWorkers } from './queue-workers.js';
import { ScheduleKeeper } from './schedule-keeper.js';
import { workerHostOf } from './worker-host.js';

/** Running jobs: one worker for each declared queue, and the schedules. Only the worker root imports it. */
@Module({})
export class QueueWorkerModule {
  /** Call it in the root's own decorator: by then every module that declares jobs has been imported. */
  static forRoot(): DynamicModule {
    const hosts = declaredQueues().map(workerHostOf);
    const workers = {
      provide: QueueWorkers,
      useFactory: (
        ...[drain, checks, backend, registrar, handlers, runner, schedules, ...running]: [
          Drain,
          HealthChecks,
          QueueBackend,
          BullRegistrar,
          JobHandlers,
          JobRunner,
          ScheduleKeeper,
          ...WorkerHost[],
        ]
      ) => new QueueWorkers({ backend, registrar, handlers, runner, schedules, hosts: running }, drain, checks),
      inject: [Drain, HealthChecks, QueueBackend, BullRegistrar, JobHandlers, JobRunner, ScheduleKeeper, ...hosts],
    };
    return {
      module: QueueWorkerModule,
      imports: [
        QueueModule,
        DiscoveryModule,
        BullModule.forRoot({ ...backendOptions, extraOptions: { manualRegistration: true } }),
        // Without a queue: brings in the registrar that makes the workers.
        BullModule.registerQueue(),
      ],
      providers: [JobHandlers, JobRunner, ScheduleKeeper, workers, ...hosts],
    };
  }
}
