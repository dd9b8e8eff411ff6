import { z } from 'zod';
import { defineAction } from '../../../core/define-action.js';
import { apiUnitsLeft } from '../api-units.js';

export const getApiUnits = defineAction({
  key: 'get_api_units',
  effect: 'READ',
  description: {
    en: 'How many API units are left. Free: look here before a large report, since Semrush cuts reports short when units run out.',
    fr: 'Nombre d’unités d’API restantes. Gratuit : consultez avant un gros rapport, car Semrush tronque les rapports quand les unités manquent.',
  },
  input: z.object({}),
  output: z.object({ units: z.int() }),
  run: async (client) => ({ units: await apiUnitsLeft(client) }),
});
