import { englishMoments } from './english-moments.cases.js';
import { frenchMoments } from './french-moments.cases.js';
import type { MomentCases } from './moment-case.js';
import { zoneMoments } from './zone-moments.cases.js';

/** What callers and models say, and what it means. */
export const momentCases: readonly MomentCases[] = [...frenchMoments, ...englishMoments, ...zoneMoments];
