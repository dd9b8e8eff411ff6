import { z } from 'zod';
import type { Columns } from './api-v3.js';
import { figure } from './inputs.js';

export const keywordRow = z.object({
  keyword: z.string(),
  searchVolume: figure.describe('A month, over the last twelve'),
  difficulty: figure.describe('0 to 100'),
  cpc: figure.describe('US dollars'),
  competition: figure.describe('Among advertisers, 0 to 1'),
  intents: z.string().nullish().describe('0 commercial, 1 informational, 2 navigational, 3 transactional'),
});

export const keywordColumns: Columns<typeof keywordRow> = {
  keyword: 'Ph',
  searchVolume: 'Nq',
  difficulty: 'Kd',
  cpc: 'Cp',
  competition: 'Co',
  intents: 'In',
};
