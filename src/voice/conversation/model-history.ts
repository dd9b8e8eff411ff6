import type { ModelMessage } from '../models/language-model.js';
import type { Turn } from './turn.js';

/** More than this no caller refers back to; long calls would cost more with every turn. */
const longestHistory = 40;

/** The conversation until now, as a model is told it; silences and mumbling are not worth telling. */
export function toModelHistory(turns: readonly Turn[]): ModelMessage[] {
  return turns
    .filter(({ done, fault }) => done && fault !== 'silence' && fault !== 'unclear')
    .slice(-longestHistory)
    .flatMap(({ heard, steps, said }): ModelMessage[] => [
      ...(heard === null ? [] : [{ role: 'caller' as const, text: heard }]),
      ...answered(steps),
      ...(said === '' ? [] : [{ role: 'assistant' as const, text: said }]),
    ]);
}

/** A tool call without its result would be refused: it was given up before it ended. */
function answered(steps: readonly ModelMessage[]): readonly ModelMessage[] {
  return steps.at(-1)?.role === 'results' ? steps : steps.slice(0, -1);
}
