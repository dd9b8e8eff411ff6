import type { Scenario } from '../caller/scenario.js';
import { leGourmet } from '../le-gourmet.js';

export const transfer: Scenario = {
  key: 'transfer',
  title: {
    en: 'Mrs Martin plans a wedding dinner and is put through to a person',
    fr: 'Mme Martin prépare un repas de mariage et est mise en relation avec une personne',
  },
  direction: 'inbound',
  caller: { name: 'Martin', number: '+33639981042' },
  ringSeconds: 3.1,
  turns: [
    { says: 'user', text: 'Bonjour, j’aimerais organiser un repas de mariage pour trente personnes en juin.' },
    {
      says: 'assistant',
      text: 'Félicitations ! Nos tables vont jusqu’à huit personnes. Pour un mariage, je préfère vous passer quelqu’un de l’équipe. Cela vous convient-il ?',
    },
    { says: 'user', text: 'Oui, volontiers.' },
    {
      uses: 'transfer_to_human',
      with: { reason: 'Repas de mariage pour trente personnes en juin.' },
      shape: 'argument-text',
      expects: 'Je vous mets en relation avec un collègue, ne quittez pas.',
    },
    { says: 'assistant', text: 'Je vous mets en relation avec un collègue, ne quittez pas.' },
  ],
  ending: {
    reason: 'assistant-forwarded-call',
    transferTo: leGourmet.transferNumber,
    summary:
      'Mme Martin prépare un repas de mariage pour trente personnes en juin. L’appel a été transféré à l’équipe.',
    satisfaction: 4,
    succeeded: true,
    structuredData: { intent: 'event', partySize: 30 },
  },
};
