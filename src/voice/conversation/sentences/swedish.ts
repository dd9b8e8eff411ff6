import type { Sentences } from './sentences.js';

export const swedish: Sentences = {
  moment: 'Ett ögonblick, tack.',
  stillLooking: 'Tack för att du väntar, jag är nästan klar.',
  areYouThere: 'Är du kvar? Jag lyssnar.',
  notHeard: 'Jag kan inte höra dig. Kan du tala lite högre?',
  silentGoodbye: 'Jag hör dig inte längre. Ring gärna igen. Hej då.',
  unclear: 'Förlåt, jag uppfattade inte riktigt. Kan du upprepa det på svenska?',
  tooSlow: 'Förlåt, det här tar för lång tid. Kan du upprepa din fråga, eller vill du hellre lämna ett meddelande?',
  trouble: 'Förlåt, jag har ett tekniskt problem. Kan du upprepa, eller vill du hellre lämna ett meddelande?',
  askMessage: 'Det tekniska problemet finns kvar. Säg ditt meddelande nu, med ditt namn, så för jag det vidare.',
  noted: 'Tack, ditt meddelande är noterat och förs vidare. Hej då.',
  nobody: 'Ingen kan ta samtalet just nu. Vill du lämna ett meddelande?',
  closed: 'Vi kan inte ta ditt samtal just nu. Ring gärna igen senare.',
  interrupted: 'Förlåt, vi blev avbrutna. Vad kan jag hjälpa dig med?',
  whisper: 'Ett samtal från röstassistenten.',
};
