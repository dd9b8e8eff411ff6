import { Global, Module, type DynamicModule } from '@nestjs/common';
import { AppLogger } from './app-logger.js';

/** Makes the log, made before Nest so that a failing boot can be told too, injectable everywhere. */
@Global()
@Module({})
export class ObservabilityModule {
  static with(log: AppLogger): DynamicModule {
    return { module: ObservabilityModule, providers: [{ provide: AppLogger, useValue: log }], exports: [AppLogger] };
  }
}
