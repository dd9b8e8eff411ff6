import { VapiAssistantMissing, VapiModelMissing } from './provisioning.errors.js';
import type { LiveAssistant } from './live-account.js';
import { planTools, type ToolPlan, type ToolSetPlan } from './plan-tools.js';
import type { VapiToolBody } from './tool-body.js';
import type { VapiApi } from './vapi-api.js';

/** Tools that are to be at Vapi, and the assistant there that is to have them. */
export interface ToolSetWish {
  bodies: ReadonlyMap<string, VapiToolBody>;
  /** Vapi’s id; null makes the tools and gives them to nobody. */
  assistantId: string | null;
}

/** What was found of an assistant, and what it lacks. */
export interface AssistantPlan {
  id: string;
  name: string | null;
  /** Whether its tools have to change, as far as is known before new ones have ids. */
  changes: boolean;
}

export interface ToolSetReview extends ToolSetPlan {
  assistant: AssistantPlan | null;
}

/**
 * Makes the tools at Vapi what they are to be, and gives them to an assistant, which keeps all else that it has. Doing it
 * again changes nothing. Tools are attached by id: those that stand in an assistant itself have been seen to hang it
 * where Vapi runs them.
 *
 * @example
 * const review = await tools.plan(wish);
 * const ids = await Promise.all(review.tools.map((plan) => tools.apply(plan)));
 * await tools.attach(review, ids);
 */
export class VapiToolSet {
  constructor(private readonly api: VapiApi) {}

  /** One that can be given tools. @throws VapiAssistantMissing, VapiModelMissing */
  async requireAssistant(id: string): Promise<LiveAssistant> {
    const assistant = await this.api.findAssistant(id);
    if (!assistant) throw new VapiAssistantMissing(id);
    if (assistant.model === null) throw new VapiModelMissing(assistant.name ?? id);
    return assistant;
  }

  /** Reads only. @throws VapiAssistantMissing, VapiModelMissing */
  async plan({ bodies, assistantId }: ToolSetWish): Promise<ToolSetReview> {
    const assistant = assistantId === null ? null : await this.requireAssistant(assistantId);
    const [tools, assistants] = [await this.api.listTools(), await this.api.listAssistants()];
    const plan = planTools(bodies, { tools, assistants, assistant });
    if (!assistant) return { ...plan, assistant };
    const { id, name, toolIds } = assistant;
    const lacks = plan.tools.some((tool) => tool.id === null || !toolIds.includes(tool.id));
    return { ...plan, assistant: { id, name, changes: lacks || plan.superseded.length > 0 } };
  }

  /** Makes or changes one tool, or leaves it. @returns its id */
  async apply({ id, body, changes }: ToolPlan): Promise<string> {
    if (id === null) return (await this.api.createTool(body)).id;
    if (changes !== null) await this.api.updateTool({ id, type: body.type }, changes);
    return id;
  }

  /** Reads the assistant anew, so that what somebody else has changed meanwhile stays. @returns whether it was changed */
  async attach({ assistant, superseded }: ToolSetReview, ids: readonly string[]): Promise<boolean> {
    if (!assistant) return false;
    const { id, model, toolIds } = await this.requireAssistant(assistant.id);
    const kept = toolIds.filter((each) => !superseded.includes(each));
    const all = [...new Set([...kept, ...ids])];
    if (all.length === toolIds.length && all.every((each) => toolIds.includes(each))) return false;
    await this.api.updateModel(id, { ...model, toolIds: all });
    return true;
  }
}
