import type { Sentences } from './sentences.js';

export const french: Sentences = {
  moment: 'Un instant, je vous prie.',
  stillLooking: 'Merci de patienter, j’y suis presque.',
  areYouThere: 'Êtes-vous toujours là ? Je vous écoute.',
  notHeard: 'Je ne vous entends pas. Pouvez-vous parler un peu plus fort ?',
  silentGoodbye: 'Je ne vous entends plus. N’hésitez pas à rappeler. Au revoir.',
  unclear: 'Excusez-moi, je n’ai pas bien compris. Pouvez-vous répéter, en français ?',
  tooSlow:
    'Excusez-moi, cela prend trop de temps. Pouvez-vous répéter votre demande, ou préférez-vous laisser un message ?',
  trouble: 'Excusez-moi, j’ai un souci technique. Pouvez-vous répéter, ou préférez-vous laisser un message ?',
  askMessage: 'Le souci technique continue. Dites maintenant votre message, avec votre nom : je le transmettrai.',
  noted: 'Merci, votre message est noté et sera transmis. Au revoir.',
  nobody: 'Personne ne peut prendre l’appel pour le moment. Souhaitez-vous laisser un message ?',
  closed: 'Nous ne pouvons pas prendre votre appel pour le moment. Merci de rappeler plus tard.',
  interrupted: 'Excusez-moi, nous avons été interrompus. Que puis-je faire pour vous ?',
  whisper: 'Appel transmis par l’assistant vocal.',
};
