import type { LocalizedText } from '../../../kernel/errors/index.js';

/** How an assistant speaks. */
export const personalities = ['PROFESSIONAL', 'FRIENDLY', 'WARM', 'CONCISE', 'ENTHUSIASTIC'] as const;
export type Personality = (typeof personalities)[number];

export const personalityLabels: Readonly<Record<Personality, LocalizedText>> = {
  PROFESSIONAL: { en: 'Professional: polite, precise, to the point', fr: 'Professionnelle : polie, précise, efficace' },
  FRIENDLY: { en: 'Friendly: relaxed and close', fr: 'Amicale : détendue et proche' },
  WARM: { en: 'Warm: attentive and reassuring', fr: 'Chaleureuse : attentive et rassurante' },
  CONCISE: { en: 'Concise: short answers, nothing more', fr: 'Concise : des réponses courtes, sans détour' },
  ENTHUSIASTIC: { en: 'Enthusiastic: lively and upbeat', fr: 'Enthousiaste : vive et positive' },
};
