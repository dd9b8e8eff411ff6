import type { Scenario } from '../caller/scenario.js';

export const noAnswer: Scenario = {
  key: 'no-answer',
  title: { en: 'The assistant calls back and nobody picks up', fr: 'L’assistante rappelle et personne ne décroche' },
  direction: 'outbound',
  caller: { name: 'M. Petit', number: '+33639980215' },
  ringSeconds: 30,
  turns: [],
  ending: { reason: 'customer-did-not-answer' },
};
