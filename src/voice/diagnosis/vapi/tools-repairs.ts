import { z } from 'zod';
import type { RequestContext } from '../../../kernel/context/index.js';
import type { AssistantPlan } from '../../providers/vapi/provisioning/plan-assistant.js';
import { VapiToolSet } from '../../providers/vapi/provisioning/vapi-tool-set.js';
import { ConnectionRepair, type ConnectionRepairContract, type RepairTarget } from '../connection-repair.js';
import { RepairOutdated } from '../diagnosis.errors.js';
import { LiveWishes } from './live-wishes.js';
import { toolsRepairKind } from './tools-repair.js';

const memory = z.object({
  /** Null where the assistant had no such member. */
  toolIds: z.array(z.string()).nullable(),
  /** Of the whole account: what is not among them was made by the repair. */
  known: z.array(z.string()),
  changed: z.array(z.object({ id: z.string(), type: z.string(), fields: z.record(z.string(), z.unknown()) })),
});

/**
 * Makes the tools of an assistant at Vapi what they should be. What it should have no more is only taken from it, and never
 * deleted: so that it can be given back.
 */
@ConnectionRepair()
export class ToolsRepairs implements ConnectionRepairContract {
  readonly kind = toolsRepairKind;

  constructor(private readonly wishes: LiveWishes) {}

  async read(ctx: RequestContext, { assistantId = '' }: RepairTarget): Promise<z.input<typeof memory>> {
    const { live, plan, account } = await this.wishes.find(ctx, assistantId);
    const changed = plan.tools.flatMap(({ id, changes }) => {
      const tool = account.tools.find((each) => each.id === id);
      if (!tool || !changes) return [];
      const fields = Object.keys(changes).map((name) => [name, tool.fields[name] ?? null] as const);
      return { id: tool.id, type: tool.type, fields: Object.fromEntries(fields) };
    });
    const toolIds = Array.isArray(live.model?.toolIds) ? [...live.toolIds] : null;
    return { toolIds, known: account.tools.map(({ id }) => id), changed };
  }

  async apply(ctx: RequestContext, { assistantId = '' }: RepairTarget): Promise<void> {
    const { live, plan, api } = await this.wishes.find(ctx, assistantId);
    const tools = new VapiToolSet(api);
    const ids: string[] = [];
    for (const tool of plan.tools) ids.push(await tools.apply(tool));
    const wanted = toolIdsOf(plan, ids);
    if (!isSame(live.toolIds, wanted)) await api.updateModel(live.id, { ...live.model, toolIds: wanted });
  }

  async undo(ctx: RequestContext, { assistantId = '' }: RepairTarget, previous: unknown): Promise<void> {
    const { toolIds, known, changed } = read(previous);
    const { live, api, account } = await this.wishes.find(ctx, assistantId);
    const made = live.toolIds.filter(
      (id) => !known.includes(id) && !(toolIds ?? []).includes(id) && account.tools.some((tool) => tool.id === id),
    );
    const { toolIds: _, ...model } = live.model ?? {};
    if (!isSame(live.toolIds, toolIds ?? []))
      await api.updateModel(live.id, toolIds === null ? model : { ...model, toolIds });
    for (const { fields, ...tool } of changed) await api.updateTool(tool, fields);
    for (const id of made) await api.deleteTool(id);
  }
}

function read(previous: unknown): z.output<typeof memory> {
  const { data } = memory.safeParse(previous);
  if (!data) throw new RepairOutdated();
  return data;
}

function toolIdsOf({ live, detached }: AssistantPlan, ids: readonly string[]): string[] {
  const kept = (live?.toolIds ?? []).filter((id) => !detached.includes(id));
  return [...new Set([...kept, ...ids])];
}

function isSame(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((id, index) => id === other[index]);
}
