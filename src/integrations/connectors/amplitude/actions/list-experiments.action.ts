import { z } from 'zod';
import { Secret } from '../../../../kernel/config/index.js';
import { defineAction } from '../../../core/define-action.js';
import { SettingMissing } from '../amplitude-region.js';

const id = z.union([z.string(), z.number()]).transform(String);
const experiment = z.object({
  id,
  projectId: id.nullish(),
  key: z.string().nullish(),
  name: z.string().nullish(),
  description: z.string().nullish(),
  state: z.string().nullish().describe('planning, running, …'),
  enabled: z.boolean().nullish(),
  variants: z.array(z.object({ key: z.string().nullish() })).nullish(),
  rolloutPercentage: z.number().nullish(),
  rolledOutVariant: z.string().nullish(),
  decision: z.string().nullish(),
  decisionReason: z.string().nullish(),
  startDate: z.string().nullish(),
  endDate: z.string().nullish(),
});

/** https://amplitude.com/docs/apis/experiment/experiment-management-api-experiments#list */
export const listExperiments = defineAction({
  key: 'list_experiments',
  effect: 'READ',
  description: {
    en: 'Lists the experiments with their variants, state and decision, the newest first. Statistics are not in this API: look at them in the app. Needs the Experiment management API key.',
    fr: 'Liste les expériences avec leurs variantes, leur état et la décision, les plus récentes d’abord. Les statistiques ne sont pas dans cette API : consultez-les dans l’application. Demande la clé d’API de gestion d’Experiment.',
  },
  input: z.object({
    limit: z.int().min(1).max(1_000).default(50),
    includeArchived: z.boolean().default(false),
    cursor: z.string().min(1).optional().describe('nextCursor of the page before'),
  }),
  output: z.object({ items: z.array(experiment), nextCursor: z.string().nullable() }),
  async run(client, { limit, includeArchived, cursor }) {
    const key = client.secret('managementApiKey');
    if (!key)
      throw new SettingMissing({ en: 'Experiment management API key', fr: 'la clé d’API de gestion d’Experiment' });
    const { experiments, nextCursor } = await client.get('/api/1/experiments', {
      base: 'experiment',
      headers: { authorization: new Secret(`Bearer ${key.reveal()}`) },
      query: { limit, cursor, includeArchived: includeArchived || undefined },
      reply: z.object({ experiments: z.array(experiment), nextCursor: id.nullish() }),
    });
    return { items: experiments, nextCursor: nextCursor ?? null };
  },
});
