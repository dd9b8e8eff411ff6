import { Controller, Get, Param, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Ctx, RequirePermission } from '../../../kernel/auth/index.js';
import type { RequestContext } from '../../../kernel/context/index.js';
import { fromCallId } from '../call-id.js';
import { Recordings } from './recordings.js';

/** The sound of a call, for whoever may read it; behind `Call.recordingUrl`. */
@Controller('api/voice/calls')
export class RecordingsController {
  constructor(private readonly recordings: Recordings) {}

  @Get(':id/recording')
  @RequirePermission('calls:read')
  async read(@Ctx() ctx: RequestContext, @Param('id') id: string, @Res() reply: FastifyReply): Promise<void> {
    const { bytes, contentType } = await this.recordings.fetch(ctx, fromCallId(id));
    await reply
      .header('content-type', contentType)
      .header('content-disposition', `inline; filename="${id}"`)
      .header('cache-control', 'private, no-store')
      .header('x-content-type-options', 'nosniff')
      .send(bytes);
  }
}
