import type { Sentences } from './sentences.js';

export const danish: Sentences = {
  moment: 'Et øjeblik, tak.',
  stillLooking: 'Tak, fordi du venter, jeg er næsten færdig.',
  areYouThere: 'Er du der stadig? Jeg lytter.',
  notHeard: 'Jeg kan ikke høre dig. Kan du tale lidt højere?',
  silentGoodbye: 'Jeg kan ikke høre dig mere. Ring gerne igen. Farvel.',
  unclear: 'Undskyld, det forstod jeg ikke helt. Kan du gentage det på dansk?',
  tooSlow: 'Undskyld, det tager for lang tid. Kan du gentage dit ønske, eller vil du hellere lægge en besked?',
  trouble: 'Undskyld, jeg har et teknisk problem. Kan du gentage det, eller vil du hellere lægge en besked?',
  askMessage: 'Det tekniske problem er der stadig. Sig din besked nu med dit navn, så giver jeg den videre.',
  noted: 'Tak, din besked er noteret og bliver givet videre. Farvel.',
  nobody: 'Ingen kan tage opkaldet lige nu. Vil du lægge en besked?',
  closed: 'Vi kan ikke tage dit opkald lige nu. Ring venligst igen senere.',
  interrupted: 'Undskyld, vi blev afbrudt. Hvad kan jeg gøre for dig?',
  whisper: 'Et opkald stillet videre af stemmeassistenten.',
};
