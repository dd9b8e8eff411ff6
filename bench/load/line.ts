import { leGourmetLine, type PhoneLine } from '../../src/sandbox/index.js';

/** The restaurant's line, as its whole prompt makes events of 2.5 KB and more. */
export const fullLine: PhoneLine = leGourmetLine('https://agent-builder.example/api/v1/webhooks/vapi');

/** The same with so short a prompt that an ordinary event takes 2 KB. */
export const shortLine: PhoneLine = {
  ...fullLine,
  assistant: { ...fullLine.assistant, prompt: 'Tu réponds au téléphone du restaurant Le Gourmet.' },
};
