import { Args, Extensions, ID, Mutation, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Ctx, RequirePermission } from '../../kernel/auth/index.js';
import type { RequestContext } from '../../kernel/context/index.js';
import { fromGlobalId, NodeResolver, type GraphqlContext, type NodeSource } from '../../kernel/graphql/index.js';
import { fromAssistantId } from '../assistants/assistant-id.js';
import { VoiceAssistantType } from '../assistants/graphql/voice-assistant.type.js';
import { AssistantLoader } from '../calls/assistant-loader.js';
import { diagnosisPrefix, repairPrefix } from './diagnosis-id.js';
import { DiagnosisLists } from './diagnosis-lists.js';
import { DiagnosisNotFound, RepairNotFound, TooManyDiagnoses } from './diagnosis.errors.js';
import { DiagnosisService } from './diagnosis.service.js';
import type { Diagnosis } from './diagnosis.js';
import { ConnectionDiagnosisType } from './graphql/connection-diagnosis.type.js';
import { ConnectionDiagnosesArgs, RepairArgs } from './graphql/diagnosis.args.js';
import { RepairsService } from './repairs/repairs.service.js';

const most = 100;
const usual = 20;
/** The platforms are waited for, and a repair is followed by another look. */
const diagnosisLimitMs = 12_000;
const repairLimitMs = 40_000;

@Resolver(() => ConnectionDiagnosisType)
@NodeResolver(diagnosisPrefix, { type: () => ConnectionDiagnosisType, access: { permission: 'assistants:read' } })
export class DiagnosisResolver implements NodeSource {
  constructor(
    private readonly diagnoses: DiagnosisService,
    private readonly repairs: RepairsService,
    private readonly lists: DiagnosisLists,
    private readonly assistants: AssistantLoader,
  ) {}

  @Query(() => [ConnectionDiagnosisType], { description: 'What was found before, newest first.' })
  @RequirePermission('assistants:read')
  async connectionDiagnoses(
    @Ctx() ctx: RequestContext,
    @Args() { assistantId, first }: ConnectionDiagnosesArgs,
  ): Promise<ConnectionDiagnosisType[]> {
    const wanted = first ?? usual;
    if (wanted < 1 || wanted > most) throw new TooManyDiagnoses(most);
    return this.lists.show(ctx, await this.diagnoses.newest(ctx, fromAssistantId(assistantId), wanted));
  }

  @Mutation(() => ConnectionDiagnosisType, {
    description:
      'Looks at the whole way from the assistant’s telephone number to the records of its calls, in ten seconds at most, ' +
      'and keeps what it finds. It changes nothing outside; what it can repair, it offers.',
  })
  @Extensions({ timeLimitMs: diagnosisLimitMs })
  @RequirePermission('assistants:write')
  async diagnoseConnection(
    @Ctx() ctx: RequestContext,
    @Args('assistantId', { type: () => ID }) assistantId: string,
  ): Promise<ConnectionDiagnosisType> {
    return this.shown(ctx, await this.diagnoses.diagnose(ctx, fromAssistantId(assistantId)));
  }

  @Mutation(() => ConnectionDiagnosisType, {
    description:
      'Makes the named repairs of one kept diagnosis, and those only; keeps what stood there before, then looks again and ' +
      'answers with what it finds.',
  })
  @Extensions({ timeLimitMs: repairLimitMs })
  @RequirePermission('assistants:write')
  async repairConnection(@Ctx() ctx: RequestContext, @Args() args: RepairArgs): Promise<ConnectionDiagnosisType> {
    const { diagnosisId, repairIds } = idsOf(args);
    return this.shown(ctx, await this.repairs.repair(ctx, diagnosisId, repairIds));
  }

  @Mutation(() => ConnectionDiagnosisType, {
    description: 'Puts back exactly what stood there before the named repairs, then looks again.',
  })
  @Extensions({ timeLimitMs: repairLimitMs })
  @RequirePermission('assistants:write')
  async undoRepair(@Ctx() ctx: RequestContext, @Args() args: RepairArgs): Promise<ConnectionDiagnosisType> {
    const { diagnosisId, repairIds } = idsOf(args);
    return this.shown(ctx, await this.repairs.undo(ctx, diagnosisId, repairIds));
  }

  @ResolveField(() => VoiceAssistantType)
  assistant(
    { assistantId }: ConnectionDiagnosisType,
    _args: unknown,
    context: GraphqlContext,
  ): Promise<VoiceAssistantType | null> {
    return this.assistants.load(context, assistantId);
  }

  findNode(ctx: RequestContext, id: string): Promise<ConnectionDiagnosisType | null> {
    return this.lists.find(ctx, id);
  }

  private async shown(ctx: RequestContext, diagnosis: Diagnosis): Promise<ConnectionDiagnosisType> {
    const shown = await this.lists.find(ctx, diagnosis.id);
    if (!shown) throw new DiagnosisNotFound(diagnosis.id);
    return shown;
  }
}

function idsOf({ diagnosisId, repairIds }: RepairArgs): RepairArgs {
  return {
    diagnosisId: fromGlobalId(diagnosisPrefix, diagnosisId, () => new DiagnosisNotFound(diagnosisId)),
    repairIds: repairIds.map((id) => fromGlobalId(repairPrefix, id, () => new RepairNotFound(id))),
  };
}
