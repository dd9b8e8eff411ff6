import { z } from 'zod';
import { route } from '../../../../kernel/http/index.js';
import { defineAction } from '../../../core/define-action.js';
import { agentTaskSchema } from '../agent-task.js';
import { brandId, brandInput, brandOf } from '../brand.js';
import { slowMs } from '../generation.js';
import { InputMissing } from '../input-missing.js';

const value = z.union([
  z.string(),
  z.array(z.string()),
  z.array(z.object({ knowledgeId: z.string(), knowledgeExtractionPrompt: z.string().optional() })),
]);
const result = z.object({
  data: z.object({
    output: z.array(z.object({ type: z.string(), value: z.string() })),
    metadata: z.object({ credits: z.object({ cost: z.number() }).nullish() }).nullish(),
  }),
});

export const runAgentTask = defineAction({
  key: 'run_agent_task',
  effect: 'DESTRUCTIVE',
  description: {
    en: 'Has one of Jasper’s marketing agents do a task; may take two minutes. What it needs is looked up first, for free. Spends credits, dozens for some. There is no idempotency key: a repeat is paid again.',
    fr: 'Fait faire une tâche par un agent marketing de Jasper ; peut prendre deux minutes. Ce qu’il lui faut est d’abord vérifié, gratuitement. Consomme des crédits, parfois des dizaines. Pas de clé d’idempotence : une répétition est payée à nouveau.',
  },
  input: z.object({
    taskId: brandId.describe('From list_agent_tasks'),
    items: z
      .array(z.object({ id: z.string().min(1), value }))
      .max(50)
      .default([])
      .describe('By the id of the task’s contextItems; several values for MULTISELECT and TAGS_INPUT'),
    customItems: z
      .array(z.object({ name: z.string().min(1), question: z.string().min(1), answer: z.string().min(1) }))
      .max(20)
      .default([])
      .describe('Further things to know that the task has no input for'),
    ...brandInput,
    toLanguage: z.string().min(2).max(10).optional().describe('FR, EN-US…; default EN-US'),
    tools: z.array(z.enum(['WEB_SEARCH', 'KNOWLEDGE_SEARCH'])).optional(),
  }),
  output: z.object({
    texts: z.array(z.string()),
    creditsSpent: z.number().nullable().describe('Null where Jasper does not tell'),
  }),
  async run(client, { taskId, items, customItems, toneId, styleId, audienceId, ...options }) {
    const { data: task } = await client.get(route`/tasks/${taskId}`, { reply: z.object({ data: agentTaskSchema }) });
    const missing = (task.contextItems ?? []).flatMap(({ id, name, required }) =>
      required && !items.some((item) => item.id === id) ? [name ?? id] : [],
    );
    if (missing.length > 0) throw new InputMissing('items', missing);
    const { styleId: styleGuideId, ...brand } = brandOf(client.settings, { toneId, styleId, audienceId });
    const { data } = await client.post(route`/tasks/${taskId}/run`, {
      json: { contextItems: [...items, ...customItems], ...brand, styleGuideId, ...options },
      reply: result,
      timeoutMs: slowMs,
    });
    return { texts: data.output.map((each) => each.value), creditsSpent: data.metadata?.credits?.cost ?? null };
  },
});
