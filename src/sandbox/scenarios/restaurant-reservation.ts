import type { Scenario } from '../caller/scenario.js';

export const restaurantReservation: Scenario = {
  key: 'restaurant-reservation',
  title: {
    en: 'Mr Dupont books a table for four tonight at 8 pm',
    fr: 'M. Dupont réserve une table pour quatre ce soir à 20 h',
  },
  direction: 'inbound',
  caller: { name: 'Dupont', number: '+33612345678' },
  ringSeconds: 2.4,
  turns: [
    { says: 'user', text: 'Bonjour, je voudrais réserver une table pour ce soir, s’il vous plaît.' },
    { says: 'assistant', text: 'Avec plaisir. Pour combien de personnes, et à quelle heure ?' },
    { says: 'user', text: 'Nous serons quatre, à vingt heures.' },
    { says: 'assistant', text: 'Quatre personnes ce soir à vingt heures, très bien. À quel nom, je vous prie ?' },
    { says: 'user', text: 'Dupont. Et si possible près de la fenêtre.' },
    { says: 'assistant', text: 'C’est noté, monsieur Dupont. Puis-je vous rappeler au 06 12 34 56 78 ?' },
    { says: 'user', text: 'Oui, c’est bien mon numéro.' },
    {
      uses: 'leave_message',
      with: {
        name: 'Dupont',
        callback: '+33612345678',
        text: 'Réservation : table pour quatre ce soir à 20 h, au nom de Dupont, si possible près de la fenêtre.',
      },
      shape: 'argument-object',
      expects: 'Merci, votre message est noté et sera transmis.',
    },
    {
      says: 'assistant',
      text: 'C’est transmis à l’équipe : une table pour quatre ce soir à vingt heures, au nom de Dupont, près de la fenêtre si possible. Vous serez rappelé pour la confirmation. Puis-je faire autre chose pour vous ?',
    },
    { says: 'user', text: 'Non, c’est parfait. Merci beaucoup, à ce soir !' },
    { says: 'assistant', text: 'Merci à vous, monsieur Dupont. À ce soir !' },
  ],
  ending: {
    reason: 'customer-ended-call',
    summary:
      'M. Dupont souhaite une table pour quatre ce soir à 20 h, si possible près de la fenêtre. La demande est transmise à l’équipe, qui le rappellera au +33612345678 pour confirmer.',
    satisfaction: 5,
    succeeded: true,
    structuredData: { intent: 'reservation', name: 'Dupont', partySize: 4, time: '20:00' },
  },
};
