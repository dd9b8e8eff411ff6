import type { IncomingHttpHeaders } from 'node:http';
import { Injectable } from '@nestjs/common';
import { Config } from '../config/index.js';
import { constantTimeEqual } from '../crypto/index.js';
import { healthConfig } from './health.config.js';
import { MetricsTokenRequired } from './health.errors.js';

/** Who may read the metrics: this machine itself, and whoever holds the token. */
@Injectable()
export class MetricsGate {
  constructor(private readonly config: Config) {}

  /**
   * @param remoteAddress Of the socket: a header can claim anything.
   * @throws MetricsTokenRequired
   */
  assertOpen(remoteAddress: string | undefined, headers: IncomingHttpHeaders): void {
    const token = this.config.get(healthConfig).metricsToken;
    if (token && constantTimeEqual(headers.authorization ?? '', `Bearer ${token.reveal()}`)) return;
    if (isLoopback(remoteAddress) && !wasForwarded(headers)) return;
    throw new MetricsTokenRequired();
  }
}

function isLoopback(address: string | undefined): boolean {
  const plain = address?.replace(/^::ffff:/, '');
  return plain === '::1' || plain?.startsWith('127.') === true;
}

/** A reverse proxy on this machine asks from loopback on behalf of the whole internet. */
function wasForwarded(headers: IncomingHttpHeaders): boolean {
  return ['forwarded', 'x-forwarded-for', 'x-real-ip', 'via'].some((name) => headers[name] !== undefined);
}
