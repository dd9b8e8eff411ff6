import type { Scenario } from '../caller/scenario.js';

export const angryCallerHangsUp: Scenario = {
  key: 'angry-caller-hangs-up',
  title: {
    en: 'Mr Leroy complains, waits too long for an answer and hangs up',
    fr: 'M. Leroy se plaint, attend trop longtemps une réponse et raccroche',
  },
  direction: 'inbound',
  caller: { name: 'Leroy', number: '+33639982077' },
  ringSeconds: 4.2,
  turns: [
    { says: 'user', text: 'Écoutez, hier soir nous avons attendu le plat principal plus d’une heure !' },
    { says: 'assistant', text: 'Je suis sincèrement désolée. Puis-je connaître votre nom, pour que', cutOff: true },
    { says: 'user', text: 'Leroy ! Et je veux parler au patron, pas à une machine.' },
    { silentSeconds: 7.5 },
    { says: 'user', text: 'Allô ? Il n’y a plus personne ? C’est inadmissible !' },
    { says: 'assistant', text: 'Excusez-moi, je', cutOff: true },
    { says: 'user', text: 'Laissez tomber. Vous aurez de mes nouvelles.' },
  ],
  ending: {
    reason: 'customer-ended-call',
    summary:
      'M. Leroy se plaint de plus d’une heure d’attente pour le plat principal hier soir. Il a demandé à parler au patron et a raccroché, mécontent, après un silence de l’assistante.',
    satisfaction: 1,
    succeeded: false,
    structuredData: { intent: 'complaint', name: 'Leroy' },
  },
};
