import type { RequestContext } from '../../../kernel/context/index.js';
import { fieldsToReplace, wholeBody } from '../../providers/vapi/provisioning/plan-assistant.js';
import { ConnectionRepair, type ConnectionRepairContract, type RepairTarget } from '../connection-repair.js';
import { RepairOutdated } from '../diagnosis.errors.js';
import { assistantRepairKind } from './assistant-repair.js';
import { LiveWishes } from './live-wishes.js';

type Members = Readonly<Record<string, unknown>>;

/** Writes fields of an assistant at Vapi, each whole, and puts back what stood there. */
@ConnectionRepair()
export class AssistantRepairs implements ConnectionRepairContract {
  readonly kind = assistantRepairKind;

  constructor(private readonly wishes: LiveWishes) {}

  /** Null stands for a field that is not there. */
  async read(ctx: RequestContext, target: RepairTarget): Promise<Members> {
    const { live } = await this.wishes.find(ctx, assistantIn(target));
    return Object.fromEntries(fieldsIn(target).map((field) => [field, live.fields[field] ?? null]));
  }

  async apply(ctx: RequestContext, target: RepairTarget): Promise<void> {
    const { live, wish, api } = await this.wishes.find(ctx, assistantIn(target));
    // Its tools stand in the model too, and have a repair of their own.
    const body = wholeBody(wish, { live, detached: [] }, []);
    const wanted = fieldsToReplace(body, live, wish.belongings);
    const chosen = Object.fromEntries(Object.entries(wanted).filter(([field]) => fieldsIn(target).includes(field)));
    if (Object.keys(chosen).length > 0) await api.updateAssistant(live.id, chosen);
  }

  async undo(ctx: RequestContext, target: RepairTarget, previous: unknown): Promise<void> {
    const { live, api } = await this.wishes.find(ctx, assistantIn(target));
    if (typeof previous !== 'object' || previous === null) throw new RepairOutdated();
    await api.updateAssistant(live.id, { ...previous });
  }
}

function assistantIn({ assistantId = '' }: RepairTarget): string {
  return assistantId;
}

function fieldsIn({ fields = '' }: RepairTarget): string[] {
  return fields.split(',');
}
