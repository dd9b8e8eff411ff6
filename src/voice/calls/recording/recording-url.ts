import { runtimeConfig, type Config } from '../../../kernel/config/index.js';

/** @param callId As clients know it. */
export function recordingUrl(config: Config, callId: string): string {
  const { publicUrl, port } = config.get(runtimeConfig);
  return `${publicUrl ?? `http://localhost:${port}`}/api/voice/calls/${callId}/recording`;
}
