import type { Scenario } from '../caller/scenario.js';

export const legacyNames: Scenario = {
  key: 'legacy-names',
  title: {
    en: 'A call told under the event names of 2024 (call.started, function-call…)',
    fr: 'Un appel raconté avec les noms d’événements de 2024 (call.started, function-call…)',
  },
  direction: 'inbound',
  caller: { name: 'Moreau', number: '+33639983360' },
  ringSeconds: 2.2,
  dialect: 'legacy',
  turns: [
    { says: 'user', text: 'Bonjour, j’ai oublié mon écharpe hier soir. L’avez-vous retrouvée ?' },
    { says: 'assistant', text: 'Je transmets tout de suite votre question à l’équipe. À quel nom ?' },
    { says: 'user', text: 'Moreau.' },
    {
      uses: 'leave_message',
      with: {
        name: 'Moreau',
        callback: '+33639983360',
        text: 'A oublié une écharpe hier soir et souhaite savoir si elle a été retrouvée.',
      },
      shape: 'flat-parameters',
      expects: 'Merci, votre message est noté et sera transmis.',
    },
    { says: 'assistant', text: 'C’est noté, l’équipe vous rappellera. Bonne journée !' },
    { says: 'user', text: 'Merci, au revoir.' },
  ],
  ending: {
    reason: 'customer-ended-call',
    summary: 'M. Moreau a oublié une écharpe hier soir et souhaite être rappelé.',
    satisfaction: 4,
    succeeded: true,
  },
};
