import type { Provider } from './catalogue.types.js';

/** Every voice provider of Vapi. */
export const voiceProviders: readonly Provider[] = [
  { slug: '11labs', name: 'ElevenLabs' },
  { slug: 'vapi', name: 'Vapi' },
  { slug: 'openai', name: 'OpenAI' },
  { slug: 'azure', name: 'Azure' },
  { slug: 'cartesia', name: 'Cartesia' },
  { slug: 'deepgram', name: 'Deepgram' },
  { slug: 'playht', name: 'PlayHT' },
  { slug: 'rime-ai', name: 'Rime AI' },
  { slug: 'lmnt', name: 'LMNT' },
  { slug: 'hume', name: 'Hume' },
  { slug: 'neuphonic', name: 'Neuphonic' },
  { slug: 'smallest-ai', name: 'Smallest AI' },
  { slug: 'wellsaid', name: 'WellSaid' },
  { slug: 'tavus', name: 'Tavus' },
  { slug: 'sesame', name: 'Sesame' },
  { slug: 'inworld', name: 'Inworld' },
  { slug: 'minimax', name: 'MiniMax' },
  { slug: 'xai', name: 'xAI' },
  { slug: 'microsoft', name: 'Microsoft' },
  { slug: 'custom-voice', name: 'Custom voice' },
];
