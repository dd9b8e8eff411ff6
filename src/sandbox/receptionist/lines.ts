/** What the played model says by itself; everything else is what tools have answered. */
export interface Lines {
  readonly whichDay: string;
  readonly whichTime: string;
  readonly howMany: string;
  readonly whichName: string;
  readonly anythingElse: string;
  readonly whichMessage: string;
  readonly farewell: string;
  readonly noHours: string;
  /** @param abilities Of which it has at least one. */
  readonly ability: (abilities: readonly string[]) => string;
  readonly abilities: Readonly<Record<'book' | 'message' | 'person', string>>;
  readonly unable: string;
}

const french: Lines = {
  whichDay: 'Avec plaisir. Pour quel jour ?',
  whichTime: 'À quelle heure ?',
  howMany: 'Avec plaisir. Pour combien de personnes ?',
  whichName: 'À quel nom, s’il vous plaît ?',
  anythingElse: 'Puis-je faire autre chose pour vous ?',
  whichMessage: 'Je vous écoute : quel message dois-je transmettre ?',
  farewell: 'Merci de votre appel. Au revoir.',
  noHours: 'Je n’ai pas nos horaires sous les yeux. Souhaitez-vous autre chose ?',
  ability: (abilities) => `Je peux ${abilities.join(', ')}. Que souhaitez-vous ?`,
  abilities: { book: 'réserver pour vous', message: 'prendre un message', person: 'vous passer quelqu’un' },
  unable: 'Je suis l’assistante de démonstration, et je ne peux pas faire cela. Souhaitez-vous autre chose ?',
};

const english: Lines = {
  whichDay: 'With pleasure. For which day?',
  whichTime: 'At what time?',
  howMany: 'With pleasure. For how many people?',
  whichName: 'In what name, please?',
  anythingElse: 'Can I do anything else for you?',
  whichMessage: 'I am listening: what message may I pass on?',
  farewell: 'Thank you for calling. Goodbye.',
  noHours: 'I do not have our opening hours at hand. Is there anything else?',
  ability: (abilities) => `I can ${abilities.join(', ')}. What would you like?`,
  abilities: { book: 'book for you', message: 'take a message', person: 'put you through to someone' },
  unable: 'I am the assistant of the demonstration, and cannot do that. Is there anything else?',
};

/** In the language in which the model is told who it is. */
export function linesFor(system: string): Lines {
  return /(?:^|\s)(?:vous|Vous)\s/.test(system) ? french : english;
}
