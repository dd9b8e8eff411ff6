import { z } from 'zod';
import { defineConfig } from '../../../kernel/config/index.js';
import { parseEuroRates } from './exchange-rates.js';

const euroRates = z.string().transform((text, context) => {
  const rates = parseEuroRates(text);
  if (rates) return rates;
  context.addIssue({ code: 'custom', message: 'Give pairs such as EUR=1,USD=1.08.' });
  return z.NEVER;
});

export const costsConfig = defineConfig('costs', {
  euroRates: {
    name: 'EXCHANGE_RATES',
    schema: euroRates.prefault('EUR=1,USD=1.08,GBP=0.86,CHF=0.95,CAD=1.5'),
    description:
      'How many of each currency one euro buys, for costs in a workspace’s currency (default EUR=1,USD=1.08,GBP=0.86,CHF=0.95,CAD=1.5). A cost keeps the rate of the day it is recorded; one without a rate stays in its own currency.',
  },
});
