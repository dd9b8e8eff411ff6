import { AppError } from '../errors/index.js';

export class MetricsTokenRequired extends AppError {
  constructor() {
    super('unauthenticated', 'HEALTH.METRICS_TOKEN_REQUIRED', {
      en: 'Send the METRICS_TOKEN of this deployment as a bearer token, or ask from this machine.',
      fr: 'Envoyez le METRICS_TOKEN de ce déploiement comme jeton « bearer », ou interrogez depuis cette machine.',
    });
  }
}
