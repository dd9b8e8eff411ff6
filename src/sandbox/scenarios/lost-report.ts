import type { Scenario } from '../caller/scenario.js';

export const lostReport: Scenario = {
  key: 'lost-report',
  title: {
    en: 'Ms Garnier leaves a message; the end-of-call report never arrives',
    fr: 'Mme Garnier laisse un message ; le compte rendu de fin d’appel n’arrive jamais',
  },
  direction: 'inbound',
  caller: { name: 'Garnier', number: '+33639984401' },
  ringSeconds: 2,
  losesReport: true,
  turns: [
    { says: 'user', text: 'Bonjour, je suis allergique aux noix. Le chef peut-il me rappeler avant samedi ?' },
    { says: 'assistant', text: 'Bien sûr, je le lui transmets. À quel nom ?' },
    { says: 'user', text: 'Garnier, à ce numéro.' },
    {
      uses: 'leave_message',
      with: {
        name: 'Garnier',
        callback: '+33639984401',
        text: 'Allergie aux noix : souhaite que le chef rappelle avant samedi.',
      },
      shape: 'flat-arguments',
      expects: 'Merci, votre message est noté et sera transmis.',
    },
    { says: 'assistant', text: 'C’est noté, le chef aura votre message. À bientôt !' },
  ],
  ending: { reason: 'customer-ended-call' },
};
