import { Catch, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AppError } from '../errors/index.js';
import { AppLogger } from '../observability/index.js';
import { sendRestError } from './rest-error.js';

/** Answers whatever a controller, a guard or Fastify itself throws. GraphQL formats its own errors. */
@Catch()
export class RestErrorFilter implements ExceptionFilter {
  constructor(private readonly log: AppLogger) {}

  catch(error: unknown, host: ArgumentsHost): void {
    if (host.getType<'http' | 'graphql'>() !== 'http') throw error;
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    if (reply.sent || reply.raw.headersSent) return;
    const unexpected = sendRestError(error, request, reply);
    const told = { requestId: request.id, route: request.routeOptions.url, error };
    if (unexpected) this.log.error('http.unexpected_error', told);
    // The client is told to come back; why it has to is the operator's business.
    else if (error instanceof AppError && error.kind === 'upstream_unavailable')
      this.log.warn('http.unavailable', told);
  }
}
