import type { Scenario } from '../caller/scenario.js';

export const englishTourist: Scenario = {
  key: 'english-tourist',
  title: {
    en: 'Ms Taylor asks in English about opening hours and vegetarian dishes',
    fr: 'Mme Taylor demande en anglais les horaires et les plats végétariens',
  },
  direction: 'inbound',
  caller: { name: 'Taylor', number: '+447700900123' },
  ringSeconds: 2.8,
  turns: [
    { hears: 'en' },
    { says: 'user', text: 'Hello, sorry, do you speak English?' },
    {
      says: 'assistant',
      text: 'Of course! You have reached Restaurant Le Gourmet. I am an artificial intelligence, and happy to help. What can I do for you?',
    },
    { says: 'user', text: 'Are you open on Sunday evening? And do you have anything vegetarian?' },
    {
      says: 'assistant',
      text: 'We are closed on Sundays. From Monday to Saturday we serve from noon to two and from seven to eleven, and the chef cooks vegetarian dishes on request.',
    },
    {
      says: 'user',
      text: 'Then could you tell them that two of us would like to come on Monday at half past seven? One vegetarian.',
    },
    {
      uses: 'leave_message',
      with: {
        name: 'Taylor',
        callback: '+447700900123',
        text: 'Table for two on Monday at 7.30 pm, one vegetarian. Please call back in English.',
      },
      shape: 'flat-parameters',
      expects: 'Merci, votre message est noté et sera transmis.',
    },
    {
      says: 'assistant',
      text: 'I have passed it on to the team: two of you on Monday at half past seven, one vegetarian. They will call you back.',
    },
    { says: 'user', text: 'Lovely, thank you. Goodbye!' },
    { says: 'assistant', text: 'Thank you for calling. Goodbye!' },
  ],
  ending: {
    reason: 'customer-ended-call',
    summary:
      'Ms Taylor asked, in English, about Sunday opening and vegetarian dishes. She would like a table for two on Monday at 7.30 pm, one vegetarian, and expects a call back.',
    satisfaction: 5,
    succeeded: true,
    structuredData: { intent: 'reservation', name: 'Taylor', partySize: 2, time: '19:30' },
  },
};
