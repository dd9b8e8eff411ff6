import { Injectable } from '@nestjs/common';
import { Config } from '../../../kernel/config/index.js';
import type { RequestContext } from '../../../kernel/context/index.js';
import { sql } from '../../../kernel/database/index.js';
import type { Evidence } from '../merge/evidence.js';
import { revisionOf, type CallChange } from '../merge/settle-call.js';
import { costsConfig } from './costs.config.js';
import { priceBill, type PricedBill } from './price-bill.js';
import { storeBills, type BillEntry } from './usage-ledger.js';

interface Billed {
  call: { id: string; evidence: Evidence };
  change: CallChange;
  clientId: string | null;
}

export interface CallBill extends BillEntry {
  cost: { amount: string; currency: string; revision: string };
}

const workspaceCurrency = { name: 'calls-currency', text: 'SELECT currency FROM workspaces WHERE id = $1' };

/** What calls cost: priced in the workspace's currency, and kept in the usage ledger. */
@Injectable()
export class CallBilling {
  constructor(private readonly config: Config) {}

  /** The bills that changes bring, by call. */
  async price(ctx: RequestContext, changed: readonly Billed[]): Promise<Map<string, CallBill>> {
    const billed = changed.filter(({ change }) => change.bill !== null);
    if (billed.length === 0) return new Map();
    const [workspace] = await sql<{ currency: string }>(ctx, workspaceCurrency, [ctx.workspaceId]);
    const currency = workspace?.currency ?? 'EUR';
    const { euroRates } = this.config.get(costsConfig);
    return new Map(
      billed.flatMap(({ call, change, clientId }) => {
        if (!change.bill) return [];
        const priced = priceBill(change.bill.bill, currency, euroRates);
        return [[call.id, entry({ call, change, clientId }, change.bill.revision, priced)]];
      }),
    );
  }

  store(ctx: RequestContext, bills: readonly CallBill[]): Promise<void> {
    return storeBills(ctx, bills);
  }
}

function entry({ call, change, clientId }: Billed, revision: string, bill: PricedBill): CallBill {
  const { ended, began } = change.projection;
  const before = call.evidence.bill;
  return {
    callId: call.id,
    clientId,
    revision,
    replaces: before ? revisionOf(before) : null,
    at: ended ?? began,
    bill,
    cost: { amount: bill.total, currency: bill.currency, revision },
  };
}
