import type { Scenario } from '../caller/scenario.js';

export const messageForTheTeam: Scenario = {
  key: 'message-for-the-team',
  title: {
    en: 'Mrs Fontaine would like to come with twelve people, and leaves a message for the team',
    fr: 'Mme Fontaine voudrait venir à douze, et laisse un message à l’équipe',
  },
  direction: 'inbound',
  caller: { name: 'Fontaine', number: '+33639981119' },
  ringSeconds: 2.4,
  turns: [
    { says: 'user', text: 'Bonjour, je voudrais réserver une table pour samedi, s’il vous plaît.' },
    { says: 'assistant', text: 'Avec plaisir. Pour combien de personnes, et à quelle heure ?' },
    { says: 'user', text: 'Nous serons douze, à vingt heures.' },
    {
      says: 'assistant',
      text: 'Pour plus de huit personnes, l’équipe vous rappelle elle-même. À quel nom, je vous prie ?',
    },
    { says: 'user', text: 'Fontaine. Et si possible près de la fenêtre.' },
    { says: 'assistant', text: 'C’est noté, madame Fontaine. Puis-je vous faire rappeler au 06 39 98 11 19 ?' },
    { says: 'user', text: 'Oui, c’est bien mon numéro.' },
    {
      uses: 'leave_message',
      with: {
        name: 'Fontaine',
        callback: '+33639981119',
        text: 'Demande : table pour douze samedi à 20 h, au nom de Fontaine, si possible près de la fenêtre.',
      },
      shape: 'argument-object',
      expects: 'Merci, votre message est noté et sera transmis.',
    },
    {
      says: 'assistant',
      text: 'C’est transmis à l’équipe : une table pour douze samedi à vingt heures, au nom de Fontaine, près de la fenêtre si possible. Vous serez rappelée pour la confirmation. Puis-je faire autre chose pour vous ?',
    },
    { says: 'user', text: 'Non, c’est parfait. Merci beaucoup, au revoir !' },
    { says: 'assistant', text: 'Merci à vous, madame Fontaine. À bientôt !' },
  ],
  ending: {
    reason: 'customer-ended-call',
    summary:
      'Mme Fontaine souhaite une table pour douze samedi à 20 h, si possible près de la fenêtre. La demande est transmise à l’équipe, qui la rappellera au +33639981119 pour confirmer.',
    satisfaction: 5,
    succeeded: true,
    structuredData: { intent: 'reservation', name: 'Fontaine', partySize: 12, time: '20:00' },
  },
};
