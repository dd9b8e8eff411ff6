import type { CallerReply, ReactingCaller } from '../twilio/call/scenario.js';
import { chosenOffer, isOffered } from '../scenarios/answers.js';
import { eveningOf } from '../scenarios/evening.js';

interface Reaction {
  readonly hears: RegExp;
  readonly says: (heard: string) => CallerReply;
}

/** After so many turns they have not understood each other. */
const mostTurns = 12;

/** Mr Dupont wants a table for four at eight, and answers what he is asked, whoever or whatever asks. */
export function dupontCalls(startsAt: Date): ReactingCaller {
  const { said } = eveningOf({ startsAt });
  const reactions: readonly Reaction[] = [
    { hears: /au revoir|à bientôt|bonne (?:journée|soirée)|goodbye/i, says: () => ({ hangsUp: true }) },
    {
      hears: /c’est réservé|demande est enregistrée|votre message|is booked|message is noted/i,
      says: () => 'Non, c’est parfait. Merci beaucoup, au revoir !',
    },
    {
      hears: new RegExp(`${isOffered.source}|Horaires libres`, 'u'),
      says: (heard) => `Alors plutôt ${chosenOffer(heard)}, pour quatre, au nom de Dupont.`,
    },
    { hears: /est libre|je réserve|is free|shall i book/i, says: () => 'Oui, s’il vous plaît, au nom de Dupont.' },
    { hears: /quel type|what kind/i, says: () => 'La table près de la fenêtre.' },
    { hears: /à quel nom|votre nom|what name|your name/i, says: () => 'Au nom de Dupont.' },
    {
      hears: /combien|personnes|how many|people/i,
      says: () => 'Nous serons quatre, à vingt heures. Et si possible près de la fenêtre.',
    },
    { hears: /quel jour|quelle heure|which day|what time/i, says: () => `${said}, à vingt heures, s’il vous plaît.` },
    { hears: /prendre un message|take a message/i, says: () => 'Oui : rappelez Dupont pour une table de quatre.' },
  ];
  return (heard, nth) => {
    if (nth === 0) return `Bonjour, je voudrais réserver une table pour ${said}, s’il vous plaît.`;
    if (nth >= mostTurns) return { hangsUp: true };
    const reaction = reactions.find(({ hears }) => hears.test(heard));
    return reaction?.says(heard) ?? 'Une table pour quatre, à vingt heures, au nom de Dupont.';
  };
}
