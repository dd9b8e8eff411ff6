import type { Sentences } from './sentences.js';

export const dutch: Sentences = {
  moment: 'Een ogenblik, alstublieft.',
  stillLooking: 'Bedankt voor het wachten, ik ben er bijna.',
  areYouThere: 'Bent u er nog? Ik luister.',
  notHeard: 'Ik kan u niet horen. Kunt u iets harder praten?',
  silentGoodbye: 'Ik hoor u niet meer. Bel gerust nog eens. Tot ziens.',
  unclear: 'Pardon, dat heb ik niet goed verstaan. Kunt u het in het Nederlands herhalen?',
  tooSlow: 'Pardon, dit duurt te lang. Kunt u uw vraag herhalen, of wilt u liever een bericht achterlaten?',
  trouble: 'Pardon, er is een technisch probleem. Kunt u het herhalen, of wilt u liever een bericht achterlaten?',
  askMessage: 'Het technische probleem houdt aan. Spreek nu uw bericht in, met uw naam; ik geef het door.',
  noted: 'Dank u, uw bericht is genoteerd en wordt doorgegeven. Tot ziens.',
  nobody: 'Niemand kan de oproep nu aannemen. Wilt u een bericht achterlaten?',
  closed: 'Wij kunnen uw oproep nu niet aannemen. Belt u later nog eens.',
  interrupted: 'Pardon, we werden onderbroken. Wat kan ik voor u doen?',
  whisper: 'Een oproep, doorverbonden door de spraakassistent.',
};
