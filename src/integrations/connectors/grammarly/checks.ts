import { z } from 'zod';
import type { Check } from './document.js';

const part = z.number().nullish();

/** Two of the names differ between the vendor's pages. */
const writingScore = z
  .object({
    general_score: part,
    generalScore: part,
    correctness: part,
    clarity: part,
    engagement: part,
    delivery: part,
    tone: part,
  })
  .transform(({ general_score, generalScore, correctness, clarity, engagement, delivery, tone }) => ({
    general_score: general_score ?? generalScore,
    correctness,
    clarity,
    engagement,
    delivery: delivery ?? tone,
  }));

const originality = z
  .object({ originality: part, originality_score: part })
  .transform((score) => ({ originality: score.originality ?? score.originality_score }));

export const writing: Check<z.output<typeof writingScore>> = { path: '/v2/scores', score: writingScore };

/** https://developer.grammarly.com/plagiarism-detection-api.html */
export const plagiarism: Check<z.output<typeof originality>> = { path: '/v1/plagiarism', score: originality };

const aiScore = z.object({ average_confidence: part, ai_generated_percentage: part });

/** https://developer.grammarly.com/ai-detection-api.html */
export const aiDetection: Check<z.output<typeof aiScore>> = { path: '/v1/ai-detection', score: aiScore };
