import { z } from 'zod';
import { defineAction } from '../../../core/define-action.js';
import { leadOwner, leadOwnerInput } from '../lead-owner.js';
import { cursorSchema, nextCursorOf, pagingReply, startOf } from '../paging.js';
import { restliFind } from '../restli.js';

const answerReply = z.object({
  questionId: z.union([z.string(), z.number()]).nullish(),
  answerDetails: z
    .object({
      textQuestionAnswer: z.object({ answer: z.string().nullish() }).nullish(),
      multipleChoiceAnswer: z.object({ options: z.array(z.union([z.string(), z.number()])).nullish() }).nullish(),
    })
    .nullish(),
});
const responsesReply = z.object({
  elements: z.array(
    z.object({
      // LinkedIn promises no field of a lead; its answers are kept in any case.
      id: z.string().nullish(),
      submittedAt: z.number().nullish(),
      leadType: z.string().nullish(),
      testLead: z.boolean().nullish(),
      versionedLeadGenFormUrn: z.string().nullish(),
      formResponse: z.object({ answers: z.array(answerReply).nullish() }).nullish(),
    }),
  ),
  paging: pagingReply,
});

const leadSchema = z.object({
  id: z.string().nullish(),
  submittedAt: z.number().nullish().describe('Milliseconds since 1970'),
  leadType: z.string().nullish(),
  testLead: z.boolean().nullish(),
  form: z.string().nullish(),
  answers: z.array(
    z.object({ questionId: z.string().nullable(), text: z.string().nullable(), options: z.array(z.string()) }),
  ),
});

export const listLeadFormResponses = defineAction({
  key: 'list_lead_form_responses',
  effect: 'READ',
  description: {
    en: 'Lists what people answered in lead forms, at most 365 days back. Personal data: pass it to the CRM, never into a post. Needs the Lead Sync API, which LinkedIn reviews separately.',
    fr: 'Liste ce que des personnes ont répondu dans les formulaires de prospects, sur 365 jours au plus. Données personnelles : à transmettre au CRM, jamais dans un post. Demande la Lead Sync API, que LinkedIn examine à part.',
  },
  input: z.object({
    ...leadOwnerInput,
    leadType: z
      .enum(['SPONSORED', 'EVENT', 'COMPANY', 'ORGANIZATION_PRODUCT'])
      .default('SPONSORED')
      .describe('SPONSORED: ads; the others are a page’s own'),
    since: z.iso.datetime().optional(),
    until: z.iso.datetime().optional().describe('Now where it is left out'),
    testLeadsOnly: z.boolean().optional(),
    limit: z.int().min(1).max(100).default(20),
    cursor: cursorSchema,
  }),
  output: z.object({ items: z.array(leadSchema), nextCursor: z.string().nullable() }),
  async run(client, { leadType, since, until, testLeadsOnly, limit, cursor, ...owner }) {
    const start = startOf(cursor);
    const end = until === undefined ? client.now().getTime() : Date.parse(until);
    const { elements, paging } = await restliFind(client, '/leadFormResponses', {
      method: 'FINDER',
      query: {
        q: 'owner',
        owner: leadOwner(client, owner),
        leadType: { leadType },
        submittedAtTimeRange: since === undefined ? undefined : { start: Date.parse(since), end },
        limitedToTestLeads: testLeadsOnly,
        count: limit,
        start,
      },
      reply: responsesReply,
    });
    return { items: elements.map(toLead), nextCursor: nextCursorOf({ paging, start, limit, found: elements.length }) };
  },
});

function toLead(element: z.output<typeof responsesReply>['elements'][number]): z.input<typeof leadSchema> {
  const { formResponse, versionedLeadGenFormUrn: form, ...lead } = element;
  const answers = (formResponse?.answers ?? []).map(({ questionId, answerDetails }) => ({
    questionId: questionId == null ? null : String(questionId),
    text: answerDetails?.textQuestionAnswer?.answer ?? null,
    options: (answerDetails?.multipleChoiceAnswer?.options ?? []).map(String),
  }));
  return { ...lead, form, answers };
}
