export { Drain, type DrainPhase } from './drain.js';
export { HealthChecks, type HealthCheck } from './health-checks.js';
export { LifecycleModule } from './lifecycle.module.js';
export { runUntilSignal, type ShutdownHooks } from './run-until-signal.js';
export { TimeLimitPassed, within } from './within.js';
