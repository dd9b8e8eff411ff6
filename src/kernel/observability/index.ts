export { AppLogger, type AppLoggerOptions } from './app-logger.js';
export { addLogFields, currentLogFields, logFieldsOf, withLogFields, type LogFields } from './log-fields.js';
export { defineCounter, defineGauge, defineHistogram, latencyBuckets, printMetrics } from './metrics.js';
export { NestLog } from './nest-log.js';
export { ObservabilityModule } from './observability.module.js';
export { quietPaths } from './quiet-paths.js';
export { Redactor } from './redactor.js';
export { watchPool, type ObservedPool } from './watch-pool.js';
