import { Injectable } from '@nestjs/common';
import { assertWorkspaceEntered, AuditTrail } from '../../kernel/auth/index.js';
import { Config } from '../../kernel/config/index.js';
import { deploymentWorkspaceId, type RequestContext } from '../../kernel/context/index.js';
import { UnitOfWork } from '../../kernel/database/index.js';
import { toGlobalId } from '../../kernel/graphql/index.js';
import { AppLogger } from '../../kernel/observability/index.js';
import type { Bill } from '../calls/costs/bill.js';
import { costsConfig } from '../calls/costs/costs.config.js';
import { billUsage } from './bill-usage.js';
import { pricePrefix } from './price-id.js';
import { PriceRepository, type PriceRow } from './price.repository.js';
import type { Usage } from './price-usage.js';
import { DeploymentPricesAreTheOperators } from './prices.errors.js';
import { readPrice, type PriceInput } from './read-price.js';

/** What vendors charge, as far as we know it: the deployment's prices, and what workspaces set over them. */
@Injectable()
export class PricesService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly repository: PriceRepository,
    private readonly audit: AuditTrail,
    private readonly config: Config,
    private readonly log: AppLogger,
  ) {}

  list(ctx: RequestContext): Promise<PriceRow[]> {
    return this.unitOfWork.run(ctx, (tx) => this.repository.list(tx));
  }

  find(ctx: RequestContext, id: string): Promise<PriceRow | null> {
    return this.unitOfWork.run(ctx, (tx) => this.repository.find(tx, id));
  }

  /**
   * For the workspace; in the deployment's own, for every workspace that has set none.
   *
   * @throws WorkspaceNotEntered, DeploymentPricesAreTheOperators, InvalidInput
   */
  async set(ctx: RequestContext, input: PriceInput): Promise<PriceRow> {
    assertWorkspaceEntered(ctx);
    if (ctx.workspaceId === deploymentWorkspaceId && ctx.actor.role !== 'ADMIN') {
      throw new DeploymentPricesAreTheOperators();
    }
    const price = readPrice(input, { now: new Date(), rates: this.config.get(costsConfig).euroRates });
    return this.unitOfWork.run(ctx, async (tx) => {
      const row = await this.repository.set(tx, price);
      const { item, unit, price: amount, currency, validFrom } = row;
      await this.audit.record(tx, {
        action: 'price.set',
        targetId: toGlobalId(pricePrefix, row.id),
        details: { item, unit, price: amount, currency, validFrom: validFrom.toISOString() },
      });
      return row;
    });
  }

  /**
   * What the usage of a call costs at the prices of its beginning; joins an open unit of work.
   *
   * @returns null where nothing that was used has a price.
   */
  async bill(ctx: RequestContext, usages: readonly Usage[], began: Date): Promise<Bill | null> {
    const prices = await this.unitOfWork.run(ctx, (tx) => this.repository.validAt(tx, began));
    const { euroRates } = this.config.get(costsConfig);
    const { bill, unpriced } = billUsage(usages, prices, { at: began, rates: euroRates });
    if (unpriced.length > 0)
      this.log.warn('voice.prices.missing', { items: unpriced, advice: 'Set them by setPrice.' });
    return bill;
  }
}
