import { z } from 'zod';
import { defineConfig } from '../../kernel/config/index.js';

const milliseconds = (most: number, fallback: number) => z.coerce.number().int().min(50).max(most).default(fallback);

export const conversationConfig = defineConfig('voice-conversation', {
  patienceMs: {
    name: 'VOICE_TURN_PATIENCE_MS',
    schema: milliseconds(10_000, 3_500),
    description:
      'Milliseconds of silence before a caller hears “one moment” while the model thinks, on calls that this server answers itself, 50 to 10000 (default 3500).',
  },
  waitMs: {
    name: 'VOICE_TURN_WAIT_MS',
    schema: milliseconds(11_000, 6_000),
    description:
      'Milliseconds between two such sentences, and before the caller is asked again, 50 to 11000 (default 6000); Twilio gives up after 15 s.',
  },
  deadlineMs: {
    name: 'VOICE_TURN_DEADLINE_MS',
    schema: milliseconds(60_000, 15_000),
    description: 'Milliseconds after which a model that has not answered is given up, 50 to 60000 (default 15000).',
  },
});
