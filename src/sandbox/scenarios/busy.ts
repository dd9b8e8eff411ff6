import type { Scenario } from '../caller/scenario.js';

export const busy: Scenario = {
  key: 'busy',
  title: { en: 'The assistant calls back and the line is busy', fr: 'L’assistante rappelle et la ligne est occupée' },
  direction: 'outbound',
  caller: { name: 'Mme Roux', number: '+33639980348' },
  ringSeconds: 1.6,
  turns: [],
  ending: { reason: 'customer-busy' },
};
