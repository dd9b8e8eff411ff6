import type { z } from 'zod';
import type { conversationSchema, statisticsSchema } from './conversation.js';

type Conversation = z.output<typeof conversationSchema>;
type Figure = keyof z.output<typeof statisticsSchema>;

/** What a set of conversations says of the service. */
export function summaryOf(conversations: readonly Conversation[]) {
  const figures = (name: Figure) => numbers(conversations.map(({ statistics }) => statistics?.[name]));
  const ratings = numbers(conversations.map(({ conversation_rating: rated }) => rated?.rating));
  return {
    medianSecondsToFirstReply: median(figures('time_to_admin_reply')),
    medianSecondsToClose: median(figures('time_to_first_close')),
    medianHandlingSeconds: median(figures('handling_time')),
    reopened: figures('count_reopens').filter((count) => count > 0).length,
    withAiAgent: conversations.filter((each) => each.ai_agent_participated === true).length,
    ratings: ratings.length,
    averageRating: average(ratings),
  };
}

function numbers(values: readonly (number | null | undefined)[]): number[] {
  return values.filter((value) => typeof value === 'number');
}

function average(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
}

function median(values: readonly number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  const [middle, below] = [sorted[Math.floor(sorted.length / 2)], sorted[sorted.length / 2 - 1]];
  if (middle === undefined) return null;
  return below === undefined ? middle : (below + middle) / 2;
}
