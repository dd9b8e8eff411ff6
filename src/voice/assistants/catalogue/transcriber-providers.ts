import type { TranscriberProvider } from './catalogue.types.js';

/** Every transcription provider of Vapi, with the models that its API description listed on 2026-08-18. */
export const transcriberProviders: readonly TranscriberProvider[] = [
  {
    slug: 'deepgram',
    name: 'Deepgram',
    models: [
      'nova-3',
      'nova-3-general',
      'nova-3-medical',
      'nova-2',
      'nova-2-general',
      'nova-2-phonecall',
      'nova-2-conversationalai',
      'flux-general-multi',
      'flux-general-en',
      'whisper',
    ],
    anyModel: true,
  },
  { slug: '11labs', name: 'ElevenLabs', models: ['scribe_v2_realtime', 'scribe_v2', 'scribe_v1'], anyModel: false },
  { slug: 'gladia', name: 'Gladia', models: ['solaria-1', 'accurate', 'fast'], anyModel: false },
  { slug: 'soniox', name: 'Soniox', models: ['stt-rt-v5', 'stt-rt-v4'], anyModel: false },
  { slug: 'openai', name: 'OpenAI', models: ['gpt-4o-transcribe', 'gpt-4o-mini-transcribe'], anyModel: false },
  { slug: 'cartesia', name: 'Cartesia', models: ['ink-2', 'ink-whisper'], anyModel: false },
  {
    slug: 'google',
    name: 'Google',
    models: ['gemini-3.5-flash', 'gemini-3.1-flash-lite', 'gemini-2.5-pro', 'gemini-2.5-flash', 'gemini-2.0-flash'],
    anyModel: true,
  },
  { slug: 'speechmatics', name: 'Speechmatics', models: ['default'], anyModel: false },
  { slug: 'talkscriber', name: 'Talkscriber', models: ['whisper'], anyModel: false },
  { slug: 'xai', name: 'xAI', models: ['default'], anyModel: false },
  { slug: 'assembly-ai', name: 'AssemblyAI', models: [], anyModel: true },
  { slug: 'azure', name: 'Azure', models: [], anyModel: true },
  { slug: 'vapi', name: 'Vapi', models: [], anyModel: true },
  { slug: 'custom-transcriber', name: 'Custom transcriber', models: [], anyModel: true },
];
