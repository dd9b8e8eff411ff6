import { Injectable } from '@nestjs/common';
import { AppLogger, defineHistogram, latencyBuckets } from '../observability/index.js';
import { HttpObserver, type HttpAttempt } from './http-observer.js';

const duration = defineHistogram({
  name: 'http_client_request_duration_seconds',
  help: 'Attempts of outbound requests, by platform and by how they ended.',
  labels: ['target', 'method', 'outcome'],
  buckets: latencyBuckets,
});

/** Counts and times every attempt, and logs those that failed: no URL, no header, no body. */
@Injectable()
export class AttemptRecord extends HttpObserver {
  constructor(private readonly log: AppLogger) {
    super();
  }

  override attemptEnded(attempt: HttpAttempt): void {
    const { target, method, outcome, durationMs } = attempt;
    duration.observe({ target, method, outcome }, durationMs / 1000);
    if (outcome === 'ok') this.log.debug('http.attempt', { ...attempt });
    else this.log.warn('http.attempt_failed', { ...attempt });
  }
}
