import { z } from 'zod';
import { defineConfig } from '../../kernel/config/index.js';

export const toolsConfig = defineConfig('voice-tools', {
  deadlineMs: {
    name: 'VOICE_TOOL_DEADLINE_MS',
    schema: z.coerce.number().int().min(100).max(60_000).default(15_000),
    description:
      'Milliseconds that a tool may take while a caller waits, 100 to 60000 (default 15000); Vapi waits 20 s.',
  },
});
