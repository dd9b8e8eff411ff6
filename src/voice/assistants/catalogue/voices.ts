import type { Voice } from './catalogue.types.js';

const elevenLabs = { provider: '11labs', multilingual: true } as const;
const french = { ...elevenLabs, language: 'fr-FR' } as const;

/** Of the languages offered, each recorded in its own: https://learn.microsoft.com/azure/ai-services/speech-service/language-support */
const azure = [
  ['fr-FR', 'Denise', 'female'],
  ['fr-FR', 'Henri', 'male'],
  ['fr-BE', 'Charline', 'female'],
  ['fr-CH', 'Ariane', 'female'],
  ['fr-CA', 'Sylvie', 'female'],
  ['en-GB', 'Sonia', 'female'],
  ['en-US', 'Jenny', 'female'],
  ['es-ES', 'Elvira', 'female'],
  ['de-DE', 'Katja', 'female'],
  ['it-IT', 'Elsa', 'female'],
  ['nl-NL', 'Colette', 'female'],
  ['nl-BE', 'Dena', 'female'],
  ['pt-PT', 'Raquel', 'female'],
  ['pt-BR', 'Francisca', 'female'],
  ['ar-MA', 'Mouna', 'female'],
  ['pl-PL', 'Zofia', 'female'],
  ['tr-TR', 'Emel', 'female'],
  ['sv-SE', 'Sofie', 'female'],
  ['da-DK', 'Christel', 'female'],
  ['ja-JP', 'Nanami', 'female'],
  ['zh-CN', 'Xiaoxiao', 'female'],
].map(([language = '', name = '', gender]): Voice => ({
  provider: 'azure',
  id: `${language}-${name}Neural`,
  name,
  gender: gender === 'male' ? 'male' : 'female',
  language,
  multilingual: false,
}));

/**
 * The voices offered. Any other voice of a known provider can be used by its id: accounts have cloned and shared ones.
 * ElevenLabs' voices speak all languages with its multilingual models; those listed under French were recorded in it.
 */
export const voices: readonly Voice[] = [
  { ...french, id: 'McVZB9hVxVSk3Equu8EH', name: 'Audrey', gender: 'female' },
  { ...french, id: 'sANWqF1bCMzR6eyZbCGw', name: 'Marie', gender: 'female' },
  { ...french, id: '6vTyAgAT8PncODBcLjRf', name: 'Claire', gender: 'female' },
  { ...french, id: 'FpvROcY4IGWevepmBWO2', name: 'Jessy', gender: 'female' },
  { ...french, id: 'FvmvwvObRqIHojkEGh5N', name: 'Adina', gender: 'female' },
  { ...french, id: 'aQROLel5sQbj1vuIVi6B', name: 'Nicolas', gender: 'male' },
  { ...french, id: 'ohItIVrXTBI80RrUECOD', name: 'Guillaume', gender: 'male' },
  { ...french, id: 'kENkNtk0xyzG09WW40xE', name: 'Marcel', gender: 'male' },
  { ...french, id: 'a5n9pJUnAhX4fn7lx3uo', name: 'Martin', gender: 'male' },
  { ...elevenLabs, language: 'en-US', id: 'EXAVITQu4vr4xnSDxMaL', name: 'Sarah', gender: 'female' },
  { ...elevenLabs, language: 'en-US', id: 'XrExE9yKIg1WjnnlVkGX', name: 'Matilda', gender: 'female' },
  { ...elevenLabs, language: 'en-US', id: 'cgSgspJ2msm6clMCkdW9', name: 'Jessica', gender: 'female' },
  { ...elevenLabs, language: 'en-US', id: 'nPczCjzI2devNBz1zQrb', name: 'Brian', gender: 'male' },
  { ...elevenLabs, language: 'en-US', id: 'CwhRBWXzGAHq8TQ4Fs17', name: 'Roger', gender: 'male' },
  { ...elevenLabs, language: 'en-GB', id: 'pFZP5JQG7iQjIQuC4Bku', name: 'Lily', gender: 'female' },
  { ...elevenLabs, language: 'en-GB', id: 'JBFqnCBsd6RMkjVDRZzb', name: 'George', gender: 'male' },
  { ...elevenLabs, language: 'en-GB', id: 'onwK4e9ZLuTAKqWW03F9', name: 'Daniel', gender: 'male' },
  { provider: 'vapi', id: 'Clara', name: 'Clara', gender: 'female', language: 'en-US', multilingual: false },
  { provider: 'vapi', id: 'Elliot', name: 'Elliot', gender: 'male', language: 'en-US', multilingual: false },
  { provider: 'openai', id: 'nova', name: 'Nova', gender: 'female', language: 'en-US', multilingual: true },
  { provider: 'openai', id: 'shimmer', name: 'Shimmer', gender: 'female', language: 'en-US', multilingual: true },
  { provider: 'openai', id: 'onyx', name: 'Onyx', gender: 'male', language: 'en-US', multilingual: true },
  ...azure,
];
