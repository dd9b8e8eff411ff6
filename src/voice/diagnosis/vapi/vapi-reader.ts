import { Injectable } from '@nestjs/common';
import { HttpFailure } from '../../../kernel/http/index.js';
import { findLive } from '../../providers/vapi/provisioning/plan-assistant.js';
import { VapiAccounts, type VapiAccount } from '../../providers/vapi/provisioning/vapi-accounts.js';
import { VapiAssistants } from '../../providers/vapi/provisioning/vapi-assistants.js';
import { AssistantWishes } from '../../provisioning/assistant-wishes.js';
import { ProvisioningPlans } from '../../provisioning/provisioning-plans.js';
import { ChainLines } from '../chain-line.js';
import { OncePerChain, type Chain } from '../chain.js';
import type { VapiReading } from './vapi-reading.js';

/** Reads what stands at Vapi about the assistant and the number of a chain: once, and all at the same time. */
@Injectable()
export class VapiReader {
  readonly #reading = new OncePerChain((chain) => this.read(chain));

  constructor(
    private readonly accounts: VapiAccounts,
    private readonly lines: ChainLines,
    private readonly wishes: AssistantWishes,
    private readonly plans: ProvisioningPlans,
  ) {}

  of(chain: Chain): Promise<VapiReading> {
    return this.#reading.of(chain);
  }

  private async read(chain: Chain): Promise<VapiReading> {
    const account = await this.accounts.find(chain.ctx);
    if (!account) return { kind: 'no account' };
    try {
      return await this.readAt(chain, account);
    } catch (error) {
      if (error instanceof HttpFailure) return { kind: 'unread', failure: error };
      throw error;
    }
  }

  private async readAt(chain: Chain, account: VapiAccount): Promise<VapiReading> {
    const { ctx, assistant } = chain;
    const api = account.api('diagnose', 'urgent');
    const { number, line } = await this.lines.of(chain);
    const known = line?.vapiPhoneNumberId ?? null;
    const [found, server, all] = await Promise.all([
      known === null ? null : api.numbers.find(known),
      this.wishes.plannedServer(ctx, account, api),
      new VapiAssistants(api).read(),
    ]);
    const live = findLive(assistant, all.assistants);
    const isIt = found !== null && found.number === number;
    return {
      kind: 'read',
      number: isIt || number === null ? found : await api.numbers.findByNumber(number),
      live,
      differences: this.plans.compare(assistant, server, all),
      serverUrl: server.server.url,
    };
  }
}
