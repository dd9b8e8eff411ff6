import { z } from 'zod';
import { defineConfig, Secret } from '../../kernel/config/index.js';

const secret = z.string().transform((value) => new Secret(value));

export const modelsConfig = defineConfig('models', {
  openAiKey: {
    name: 'OPENAI_API_KEY',
    schema: secret.optional(),
    description: 'Key for OpenAI’s API, or for the server that OPENAI_BASE_URL names.',
    secret: true,
  },
  openAiBaseUrl: {
    name: 'OPENAI_BASE_URL',
    schema: z.url({ protocol: /^https?$/ }).optional(),
    description:
      'Address of a server that speaks like OpenAI’s API, with its version: http://localhost:11434/v1. All models but Anthropic’s are asked there (default https://api.openai.com/v1, for OpenAI’s own).',
  },
  anthropicKey: {
    name: 'ANTHROPIC_API_KEY',
    schema: secret.optional(),
    description: 'Key for Anthropic’s API.',
    secret: true,
  },
});
