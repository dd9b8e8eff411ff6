import { z } from 'zod';

const author = z.object({
  type: z.string().nullish().describe('user, lead, admin, bot or team'),
  id: z.string().nullish(),
  name: z.string().nullish(),
  email: z.string().nullish(),
});

/** What is kept of a conversation's figures; durations in seconds, without the time outside office hours. */
export const statisticsSchema = z.object({
  time_to_admin_reply: z.number().nullish(),
  median_time_to_reply: z.number().nullish(),
  time_to_first_close: z.number().nullish(),
  handling_time: z.number().nullish(),
  count_reopens: z.number().nullish(),
  count_conversation_parts: z.number().nullish(),
});

/** What is kept of a conversation: https://developers.intercom.com/docs/references/rest-api/api.intercom.io/conversations */
export const conversationSchema = z.object({
  id: z.string(),
  title: z.string().nullish(),
  state: z.string().nullish().describe('open, closed or snoozed'),
  open: z.boolean().nullish(),
  priority: z.string().nullish().describe('none, low, medium, high or urgent'),
  created_at: z.number().nullish().describe('Unix time in seconds, as all times here'),
  updated_at: z.number().nullish(),
  waiting_since: z.number().nullish().describe('Since when the customer waits; null after an answer'),
  snoozed_until: z.number().nullish(),
  admin_assignee_id: z.number().nullish().describe('0 where nobody is assigned'),
  team_assignee_id: z.number().nullish().describe('0 where no team is assigned'),
  source: z
    .object({
      type: z.string().nullish(),
      subject: z.string().nullish(),
      body: z.string().nullish(),
      author: author.nullish(),
    })
    .nullish()
    .describe('The first message'),
  contacts: z.object({ contacts: z.array(z.object({ id: z.string().nullish() })).nullish() }).nullish(),
  tags: z.object({ tags: z.array(z.object({ name: z.string().nullish() })).nullish() }).nullish(),
  statistics: statisticsSchema.nullish(),
  conversation_rating: z.object({ rating: z.number().nullish(), remark: z.string().nullish() }).nullish(),
  ai_agent_participated: z.boolean().nullish().describe('Whether Fin, the AI agent, took part'),
});

/** The parts of a conversation: messages, notes, assignments and the like. */
export const partSchema = z.object({
  id: z.string(),
  part_type: z.string().nullish().describe('comment, note, assignment, close, open, snoozed and others'),
  body: z.string().nullish(),
  author: author.nullish(),
  created_at: z.number().nullish(),
});

/** What an action that changes a conversation gives back. */
export const changedSchema = z.object({
  id: z.string(),
  state: z.string().nullish(),
  open: z.boolean().nullish(),
  snoozed_until: z.number().nullish(),
  admin_assignee_id: z.number().nullish(),
  team_assignee_id: z.number().nullish(),
});
