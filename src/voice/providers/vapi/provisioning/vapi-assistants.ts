import { ProviderNeedsAddress, ToolsClash } from './provisioning.errors.js';
import type { VapiAssistantBody } from './assistant-body.js';
import { isMembers } from './managed-fields.js';
import {
  belongingsOf,
  fieldsToReplace,
  findLive,
  isMarked,
  planAssistant,
  wholeBody,
  type AssistantPlan,
  type AssistantWish,
  type LiveAccount,
  type VapiBelongings,
} from './plan-assistant.js';
import type { ToolPlan } from './plan-tools.js';
import type { VapiApi } from './vapi-api.js';
import { VapiToolSet } from './vapi-tool-set.js';

/** An assistant that is at Vapi as it is to be. */
export interface KeptAssistant {
  vapiAssistantId: string;
  belongings: VapiBelongings;
}

/** What is deleted with an assistant, and how its tools are told from those of others. */
export type Farewell = Pick<AssistantWish, 'assistant' | 'belongings'> & { url: string | null };

/**
 * Makes assistants at Vapi what they are declared to be. It looks before it writes, so that doing it again, also after
 * a crash in the middle, makes nothing twice and, where all is well, writes nothing.
 *
 * @example
 * const keeper = new VapiAssistants(account.api('sync'));
 * await keeper.keep(wish, await keeper.read());
 */
export class VapiAssistants {
  constructor(private readonly api: VapiApi) {}

  async read(): Promise<LiveAccount> {
    return { tools: await this.api.listTools(), assistants: await this.api.listAssistants() };
  }

  /** @throws HttpFailure, ToolsClash, ProviderNeedsAddress */
  async keep(wish: AssistantWish, account: LiveAccount): Promise<KeptAssistant> {
    const plan = planAssistant(wish, account);
    const clashes = plan.clashes.filter((clash) => isOurs(wish, clash.key));
    if (clashes.length > 0) throw new ToolsClash(clashes);
    const tools = await this.keepTools(plan, wish.belongings);
    const body = wholeBody(
      wish,
      plan,
      tools.map(({ id }) => id),
    );
    const vapiAssistantId = await this.write(body, plan, wish.belongings);
    for (const id of plan.removed) await this.api.deleteTool(id);
    return { vapiAssistantId, belongings: belongingsOf(body, tools) };
  }

  /** Leaves alone what does not carry our mark. */
  async remove({ assistant, belongings, url }: Farewell, account: LiveAccount): Promise<void> {
    const live = findLive(assistant, account.assistants);
    const isMine = live !== null && isMarked(live, assistant);
    if (isMine) await this.api.deleteAssistant(live.id);
    const made = (belongings?.tools ?? []).flatMap(({ id, made: wasMade }) => (wasMade ? [id] : []));
    const lost = account.tools.filter((tool) => {
      const wasIts = isMine && live.toolIds.includes(tool.id);
      return made.includes(tool.id) || (wasIts && url !== null && tool.url === url);
    });
    const others = account.assistants.filter(({ id }) => !isMine || id !== live.id);
    for (const { id } of lost) if (!others.some(({ toolIds }) => toolIds.includes(id))) await this.api.deleteTool(id);
  }

  private async keepTools(plan: AssistantPlan, belongings: VapiBelongings | null): Promise<VapiBelongings['tools']> {
    const set = new VapiToolSet(this.api);
    const wasMade = (id: string) => (belongings?.tools ?? []).some((tool) => tool.id === id && tool.made);
    const kept: { id: string; key: string; made: boolean }[] = [];
    for (const tool of plan.tools) {
      const id = await set.apply(tool);
      kept.push({ id, key: tool.key, made: isNew(tool) || wasMade(id) });
    }
    return kept;
  }

  private async write(
    body: VapiAssistantBody,
    { live }: AssistantPlan,
    belongings: VapiBelongings | null,
  ): Promise<string> {
    if (!live) {
      requireAddresses(body);
      return (await this.api.createAssistant(body)).id;
    }
    const fields = fieldsToReplace(body, live, belongings);
    requireAddresses({ ...live.fields, ...fields });
    if (Object.keys(fields).length > 0) await this.api.updateAssistant(live.id, fields);
    return live.id;
  }
}

function isNew({ id }: ToolPlan): boolean {
  return id === null;
}

/** Vapi’s own tools do the same wherever they stand. */
function isOurs({ bodies }: AssistantWish, key: string): boolean {
  return bodies.get(key)?.type === 'function';
}

/** Where these providers answer is not declared here; only Vapi’s dashboard can say it. */
const addressOf: Readonly<Record<string, string>> = {
  'custom-llm': 'url',
  'custom-voice': 'server',
  'custom-transcriber': 'server',
};

function requireAddresses(fields: Readonly<Record<string, unknown>>): void {
  for (const field of ['model', 'voice', 'transcriber']) {
    const part = fields[field];
    const provider = isMembers(part) ? String(part.provider) : '';
    const address = addressOf[provider];
    if (address !== undefined && isMembers(part) && !(address in part)) throw new ProviderNeedsAddress(provider);
  }
}
