import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { fromAssistantIdIfGiven } from '../assistants/assistant-id.js';
import { Ctx, RequirePermission } from '../../kernel/auth/index.js';
import type { RequestContext } from '../../kernel/context/index.js';
import { NodeResolver, PhoneNumberScalar, type NodeSource } from '../../kernel/graphql/index.js';
import { NumberOfferType } from './graphql/number-offer.type.js';
import { AssignPhoneLineArgs, BuyPhoneNumberArgs, PhoneNumberOffersArgs } from './graphql/phone-line.args.js';
import { PhoneLineType, toPhoneLineType } from './graphql/phone-line.type.js';
import { LineAssignment } from './line-assignment.service.js';
import { fromLineId, linePrefix } from './line-id.js';
import { LineImport } from './line-import.service.js';
import { LineRelease } from './line-release.service.js';
import { PhoneLines } from './phone-lines.service.js';
import { LinePurchase } from './purchase/line-purchase.service.js';
import { NumberOffers } from './purchase/number-offers.service.js';

@Resolver(() => PhoneLineType)
@NodeResolver(linePrefix, { type: () => PhoneLineType, access: { permission: 'lines:read' } })
export class PhoneLinesResolver implements NodeSource {
  constructor(
    private readonly lines: PhoneLines,
    private readonly offers: NumberOffers,
    private readonly imports: LineImport,
    private readonly purchases: LinePurchase,
    private readonly assignment: LineAssignment,
    private readonly releases: LineRelease,
  ) {}

  @Query(() => [PhoneLineType], { description: 'The workspace’s telephone numbers, oldest first.' })
  @RequirePermission('lines:read')
  async phoneLines(@Ctx() ctx: RequestContext): Promise<PhoneLineType[]> {
    return (await this.lines.list(ctx)).map(toPhoneLineType);
  }

  @Query(() => [NumberOfferType], {
    description:
      'Numbers that Twilio sells in a country, with what they cost each month. French mobile numbers are left out: an ' +
      'assistant may not answer them.',
  })
  @RequirePermission('lines:read')
  phoneNumberOffers(
    @Ctx() ctx: RequestContext,
    @Args() { country, contains }: PhoneNumberOffersArgs,
  ): Promise<NumberOfferType[]> {
    return this.offers.search(ctx, { country, contains: contains ?? undefined });
  }

  @Mutation(() => PhoneLineType, {
    description:
      'Buys a number at Twilio, which costs money at once and each month. One that costs more than `maxMonthly` is not ' +
      'bought: the error says the price, which is confirmed by allowing it. Repeated, it never buys twice.',
  })
  @RequirePermission('lines:write')
  async buyPhoneNumber(@Ctx() ctx: RequestContext, @Args() order: BuyPhoneNumberArgs): Promise<PhoneLineType> {
    return toPhoneLineType(await this.purchases.buy(ctx, order));
  }

  @Mutation(() => PhoneLineType, {
    description:
      'Takes a number that the connected Twilio account has. Nothing changes there until the line is assigned, and how ' +
      'the number is answered now is kept, so that it can be put back.',
  })
  @RequirePermission('lines:write')
  async importPhoneNumber(
    @Ctx() ctx: RequestContext,
    @Args('number', { type: () => PhoneNumberScalar }) number: string,
  ): Promise<PhoneLineType> {
    return toPhoneLineType(await this.imports.import(ctx, number));
  }

  @Mutation(() => PhoneLineType, {
    description:
      'Has an assistant answer the number, by its route: through Vapi, which imports it, or through this server. Null ' +
      'takes it away. An assistant may have several numbers, a number has one assistant. Repeated, it repairs what was ' +
      'changed at Twilio or Vapi meanwhile.',
  })
  @RequirePermission('lines:write')
  async assignPhoneLine(
    @Ctx() ctx: RequestContext,
    @Args() { id, assistantId }: AssignPhoneLineArgs,
  ): Promise<PhoneLineType> {
    const assistant = fromAssistantIdIfGiven(assistantId) ?? null;
    return toPhoneLineType(await this.assignment.assign(ctx, fromLineId(id), assistant));
  }

  @Mutation(() => ID, {
    description:
      'Gives a number up. One that was bought here goes back to Twilio, and cannot be had again for sure. An imported ' +
      'one stays in its account and is answered as before the import.',
  })
  @RequirePermission('lines:write')
  async releasePhoneLine(@Ctx() ctx: RequestContext, @Args('id', { type: () => ID }) id: string): Promise<string> {
    await this.releases.release(ctx, fromLineId(id));
    return id;
  }

  async findNode(ctx: RequestContext, id: string): Promise<PhoneLineType | null> {
    const line = await this.lines.find(ctx, id);
    return line && toPhoneLineType(line);
  }
}
