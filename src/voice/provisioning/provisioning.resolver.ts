import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Ctx, RequirePermission } from '../../kernel/auth/index.js';
import type { RequestContext } from '../../kernel/context/index.js';
import { fromAssistantId } from '../assistants/assistant-id.js';
import { toVoiceAssistantType, VoiceAssistantType } from '../assistants/graphql/voice-assistant.type.js';
import { AssistantImports } from './imports/assistant-imports.js';
import { ProvisioningPlanType, toProvisioningPlanType } from './graphql/provisioning-plan.type.js';
import { ProvisioningPlans } from './provisioning-plans.js';
import { SyncOrders } from './sync-orders.js';

@Resolver()
export class ProvisioningResolver {
  constructor(
    private readonly plans: ProvisioningPlans,
    private readonly orders: SyncOrders,
    private readonly imports: AssistantImports,
  ) {}

  @Query(() => ProvisioningPlanType, {
    description:
      'What syncVoiceAssistant would change at Vapi, as it stands there now; nothing is written. Empty for an assistant that Twilio answers.',
  })
  @RequirePermission('assistants:read')
  async provisioningPlan(
    @Ctx() ctx: RequestContext,
    @Args('assistantId', { type: () => ID }) assistantId: string,
  ): Promise<ProvisioningPlanType> {
    return toProvisioningPlanType(await this.plans.plan(ctx, fromAssistantId(assistantId)));
  }

  @Mutation(() => VoiceAssistantType, {
    description:
      'Makes Vapi agree with what is declared here, whatever somebody has changed there. It is PENDING at first; voiceAssistantUpdated tells the end.',
  })
  @RequirePermission('assistants:write')
  async syncVoiceAssistant(
    @Ctx() ctx: RequestContext,
    @Args('id', { type: () => ID }) id: string,
  ): Promise<VoiceAssistantType> {
    return toVoiceAssistantType(await this.orders.order(ctx, fromAssistantId(id)));
  }

  @Mutation(() => VoiceAssistantType, {
    description:
      'Declares an assistant here as it stands in the workspace’s own Vapi account. Nothing changes there: what this server would do otherwise is in its provisioningPlan, and done by syncVoiceAssistant.',
  })
  @RequirePermission('assistants:write')
  async importVapiAssistant(
    @Ctx() ctx: RequestContext,
    @Args('vapiAssistantId', { type: () => String, description: 'From Vapi’s dashboard.' }) vapiAssistantId: string,
  ): Promise<VoiceAssistantType> {
    return toVoiceAssistantType(await this.imports.run(ctx, vapiAssistantId));
  }
}
