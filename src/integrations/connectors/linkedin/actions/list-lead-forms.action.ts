import { z } from 'zod';
import { defineAction } from '../../../core/define-action.js';
import { leadOwner, leadOwnerInput } from '../lead-owner.js';
import { cursorSchema, nextCursorOf, pagingReply, startOf } from '../paging.js';
import { restliFind } from '../restli.js';

const question = z.object({
  questionId: z.union([z.string(), z.number()]).nullish(),
  name: z.string().nullish(),
  label: z.string().nullish(),
  predefinedField: z.string().nullish(),
});
const formsReply = z.object({
  elements: z.array(
    z.object({
      id: z.union([z.string(), z.number()]).nullish(),
      name: z.string().nullish(),
      state: z.string().nullish(),
      content: z.object({ questions: z.array(question).nullish() }).nullish(),
    }),
  ),
  paging: pagingReply,
});

export const listLeadForms = defineAction({
  key: 'list_lead_forms',
  effect: 'READ',
  description: {
    en: 'Lists lead forms with their questions; answers name questions by number only. Needs the Lead Sync API, which LinkedIn reviews separately.',
    fr: 'Liste les formulaires de prospects avec leurs questions ; les réponses ne citent les questions que par numéro. Demande la Lead Sync API, que LinkedIn examine à part.',
  },
  input: z.object({ ...leadOwnerInput, limit: z.int().min(1).max(100).default(20), cursor: cursorSchema }),
  output: z.object({
    items: z.array(
      z.object({
        id: z.string().nullable(),
        name: z.string().nullish(),
        state: z.string().nullish(),
        questions: z.array(question),
      }),
    ),
    nextCursor: z.string().nullable(),
  }),
  async run(client, { limit, cursor, ...owner }) {
    const start = startOf(cursor);
    const { elements, paging } = await restliFind(client, '/leadForms', {
      method: 'FINDER',
      query: { q: 'owner', owner: leadOwner(client, owner), count: limit, start },
      reply: formsReply,
    });
    const items = elements.map(({ id, content, ...form }) => ({
      ...form,
      id: id == null ? null : String(id),
      questions: content?.questions ?? [],
    }));
    return { items, nextCursor: nextCursorOf({ paging, start, limit, found: elements.length }) };
  },
});
