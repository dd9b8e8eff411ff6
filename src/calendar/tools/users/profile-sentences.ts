import type { LocalizedText } from '../../../kernel/errors/index.js';

/**
 * What is said of a caller's own data. Who is known here is told to nobody: the same is said of somebody else and of nobody,
 * of an address that somebody has and of one that nobody has.
 */
export const profileSentences = {
  anonymous: {
    en: 'Your number is not shown, and I know callers by their number only, so I can neither look anything up nor note it. Please call with your number shown, or leave a message.',
    fr: 'Votre numéro ne s’affiche pas, et je ne reconnais les appelants qu’à leur numéro : je ne peux donc rien consulter ni rien noter. Rappelez en affichant votre numéro, ou laissez un message.',
  },
  readsOwnOnly: {
    en: 'I can only read what is noted under the number you are calling from. Shall I read it to you?',
    fr: 'Je peux seulement lire ce qui est noté pour le numéro d’où vous appelez. Voulez-vous que je vous le lise ?',
  },
  changesOwnOnly: {
    en: 'I can only change what is noted under the number you are calling from. What shall I change there?',
    fr: 'Je peux seulement changer ce qui est noté pour le numéro d’où vous appelez. Que faut-il y changer ?',
  },
  nothingKnown: {
    en: 'Nothing is noted under your number yet. In what name shall I note it?',
    fr: 'Rien n’est encore noté pour votre numéro. À quel nom faut-il le noter ?',
  },
  nothingToChange: {
    en: 'What shall I change: the name, the e-mail address or the time zone?',
    fr: 'Que faut-il changer : le nom, l’adresse e-mail ou le fuseau horaire ?',
  },
  numberStays: {
    en: 'The number is the one you are calling from, and cannot be changed by phone. Call from the new number, or leave a message for the team.',
    fr: 'Le numéro est celui d’où vous appelez, et ne se change pas par téléphone. Appelez depuis le nouveau numéro, ou laissez un message à l’équipe.',
  },
  checksAddresses: {
    en: 'For your safety, an address given by phone counts only once the team has checked it.',
    fr: 'Par sécurité, une adresse donnée au téléphone ne sert qu’une fois vérifiée par l’équipe.',
  },
  whichCity: {
    en: 'In which city are you, for the time zone?',
    fr: 'Dans quelle ville êtes-vous, pour le fuseau horaire ?',
  },
} as const satisfies Record<string, LocalizedText>;

/** One after the other. */
export function together(parts: readonly LocalizedText[]): LocalizedText {
  return { en: parts.map(({ en }) => en).join(' '), fr: parts.map(({ fr }) => fr).join(' ') };
}
