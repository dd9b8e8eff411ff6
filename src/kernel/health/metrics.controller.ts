import { Controller, Get, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Public } from '../auth/index.js';
import { MetricsGate } from './metrics-gate.js';
import { printMetrics } from '../observability/index.js';

/** The figures of this process for Prometheus. */
@Controller('metrics')
export class MetricsController {
  constructor(private readonly gate: MetricsGate) {}

  @Get()
  @Public()
  async metrics(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    this.gate.assertOpen(request.raw.socket.remoteAddress, request.headers);
    const { contentType, text } = await printMetrics();
    reply.header('content-type', contentType).header('cache-control', 'no-store');
    return text;
  }
}
