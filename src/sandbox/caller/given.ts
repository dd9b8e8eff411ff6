import type { Analysis } from './moment.js';
import type { Ending, Fork, Given, Playing, Repeated, Spoken, Turn } from './scenario.js';

/** What a scenario gives, made for this call where it is made for each. */
export function given<T>(value: Given<T>, playing: Playing): T {
  return isMadeForEach(value) ? value(playing) : value;
}

function isMadeForEach<T>(value: Given<T>): value is (playing: Playing) => T {
  return typeof value === 'function';
}

/** What is said in a turn. */
export function spokenText(turn: Spoken | Repeated, playing: Playing): string {
  const own = turn.text === undefined ? '' : given(turn.text, playing);
  if (!('repeats' in turn)) return own;
  return `${withoutReferences(playing.answers.at(-1) ?? '')} ${own}`.trim();
}

/** Three letters in brackets name an appointment: they are for the model, not for the ear. */
function withoutReferences(answer: string): string {
  return answer.replace(/ \([A-Z]{3}\)/g, '');
}

/** How the call goes on after this answer. */
export function turnsOf({ ifHeard, play, otherwise = [] }: Fork, answer: string): readonly Turn[] {
  return ifHeard.test(answer) ? play : otherwise;
}

/** What is found out about a call once it is over. */
export function analysisOf({ summary, satisfaction, succeeded, structuredData }: Ending, playing: Playing): Analysis {
  return {
    summary: summary === undefined ? undefined : given(summary, playing),
    satisfaction: satisfaction === undefined ? undefined : given(satisfaction, playing),
    succeeded: succeeded === undefined ? undefined : given(succeeded, playing),
    structuredData: structuredData === undefined ? undefined : given(structuredData, playing),
  };
}
