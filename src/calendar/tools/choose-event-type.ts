import type { CalComEventType } from '../providers/calcom/event-type.js';
import { Say } from './conversation.js';
import { whichEventType } from './sentences.js';
import { foldedWords } from './folded-words.js';

/**
 * The event type that is meant: by its id, or by its title where the model gives that instead; the only one where it says
 * nothing. What is not offered is asked back, never guessed.
 */
export function chooseEventType(said: string | undefined, offered: readonly CalComEventType[]): CalComEventType | Say {
  const [only, ...others] = offered;
  if (said === undefined && only && others.length === 0) return only;
  const found = said === undefined ? undefined : (byId(said, offered) ?? byTitle(said, offered));
  return found ?? new Say(whichEventType(offered.map(({ title }) => title)));
}

function byId(said: string, offered: readonly CalComEventType[]): CalComEventType | undefined {
  return offered.find(({ id }) => id === Number(said));
}

/** All words of the title or of its slug that are said, in one of them only. */
function byTitle(said: string, offered: readonly CalComEventType[]): CalComEventType | undefined {
  const words = foldedWords(said).split(' ').filter(Boolean);
  if (words.length === 0) return undefined;
  const exact = offered.filter(({ title, slug }) =>
    [title, slug].some((name) => foldedWords(name) === words.join(' ')),
  );
  const within = offered.filter(({ title, slug }) =>
    words.every((word) => foldedWords(`${title} ${slug}`).includes(word)),
  );
  const [found, ...more] = exact.length > 0 ? exact : within;
  return more.length === 0 ? found : undefined;
}
