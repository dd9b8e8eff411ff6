import { Injectable } from '@nestjs/common';
import { Config, Secret } from '../../../kernel/config/index.js';
import type { RequestContext } from '../../../kernel/context/index.js';
import { bytesReply, HttpClient, HttpFailure, route, UpstreamRefused } from '../../../kernel/http/index.js';
import { vapiConfig } from '../../providers/vapi/vapi.config.js';
import { RecordingAbsent, RecordingUnavailable } from '../calls.errors.js';
import { CallsService } from '../calls.service.js';

export interface Recording {
  bytes: Buffer;
  contentType: string;
}

/** An hour of mono speech as MP3 has some 30 MB. */
const maxReplyBytes = 64 * 1024 * 1024;
const timeoutMs = 60_000;

/**
 * Recordings are private at Vapi, and signed addresses in reports expire within the hour. So the sound is fetched when
 * somebody listens: Vapi is asked with the account's key, and its redirect to a signed address is followed once, without
 * the key and to public https addresses only.
 */
@Injectable()
export class Recordings {
  constructor(
    private readonly calls: CallsService,
    private readonly http: HttpClient,
    private readonly config: Config,
  ) {}

  /** @throws CallNotFound, RecordingAbsent, RecordingUnavailable */
  async fetch(ctx: RequestContext, callId: string): Promise<Recording> {
    const { hasRecording, vapiCallId } = await this.calls.get(ctx, callId);
    if (!hasRecording || vapiCallId === null) throw new RecordingAbsent(callId);
    const { apiKey, baseUrl } = this.config.get(vapiConfig);
    if (!apiKey) throw new RecordingUnavailable(callId);
    const headers = { authorization: new Secret(`Bearer ${apiKey.reveal()}`) };
    try {
      const { body, headers: told } = await this.http.request(
        { name: 'vapi', baseUrl, hostFrom: 'operator', headers, secrets: [apiKey] },
        {
          path: route`/call/${vapiCallId}/mono-recording`,
          reply: bytesReply,
          followRedirects: 1,
          maxReplyBytes,
          timeoutMs,
        },
      );
      const contentType = told['content-type'] ?? '';
      if (!contentType.startsWith('audio/')) throw new RecordingUnavailable(callId);
      return { bytes: body, contentType };
    } catch (error) {
      if (error instanceof UpstreamRefused && error.status === 404) throw new RecordingAbsent(callId);
      throw error instanceof HttpFailure ? new RecordingUnavailable(callId, error) : error;
    }
  }
}
