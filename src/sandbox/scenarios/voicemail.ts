import type { Scenario } from '../caller/scenario.js';

export const voicemail: Scenario = {
  key: 'voicemail',
  title: {
    en: 'The assistant calls Mrs Bernard back and reaches her voicemail',
    fr: 'L’assistante rappelle Mme Bernard et tombe sur sa messagerie',
  },
  direction: 'outbound',
  caller: { name: 'Mme Bernard', number: '+33639980117' },
  ringSeconds: 18,
  turns: [
    {
      says: 'user',
      text: 'Bonjour, vous êtes bien sur la messagerie de Claire Bernard. Laissez-moi un message après le bip.',
    },
    {
      says: 'assistant',
      text: 'Bonjour madame Bernard, ici l’assistante vocale du Restaurant Le Gourmet, une intelligence artificielle. Votre table de samedi à midi est confirmée. À bientôt !',
    },
  ],
  ending: {
    reason: 'voicemail',
    summary: 'Messagerie de Mme Bernard : la confirmation de sa table de samedi midi y a été laissée.',
    succeeded: true,
  },
};
