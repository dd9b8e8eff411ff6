export { healthConfig } from './health.config.js';
export { MetricsTokenRequired } from './health.errors.js';
export { HealthModule } from './health.module.js';
