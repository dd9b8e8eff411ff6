import { HttpFailure } from '../../../kernel/http/index.js';
import { TwilioAccounts } from '../../providers/twilio/twilio-accounts.js';
import { VapiAccounts } from '../../providers/vapi/provisioning/vapi-accounts.js';
import { Fields } from '../../providers/vapi/reading/fields.js';
import type { ListedCall } from '../../providers/vapi/provisioning/live-call.js';
import { ChainLines } from '../chain-line.js';
import type { Chain } from '../chain.js';
import { ConnectionCheck, type ConnectionCheckContract } from '../connection-check.js';
import { Arrivals } from '../database/arrivals.repository.js';
import type { Finding } from '../finding.js';
import { judgeMissing, type PlatformCall } from './judge-missing.js';

const dayMs = 24 * 60 * 60_000;
/** As much as one page of Twilio holds. */
const mostCalls = 1_000;

/** Calls of the last day that Vapi or Twilio has, and that are not on record here. */
@ConnectionCheck()
export class MissingCalls implements ConnectionCheckContract {
  readonly hop = 'database';
  readonly keys = ['database.missing-calls'];

  constructor(
    private readonly lines: ChainLines,
    private readonly vapi: VapiAccounts,
    private readonly twilio: TwilioAccounts,
    private readonly arrivals: Arrivals,
  ) {}

  async run(chain: Chain): Promise<Readonly<Record<string, Finding>>> {
    const now = new Date();
    const [vapi, twilio] = await Promise.all([readable(this.atVapi(chain, now)), readable(this.atTwilio(chain, now))]);
    const names = [...(vapi ?? []), ...(twilio ?? [])].flatMap(({ id, callSid }) => [
      id,
      ...(callSid ? [callSid] : []),
    ]);
    const known = await this.arrivals.known(chain.ctx, names);
    return { 'database.missing-calls': judgeMissing({ vapi, twilio, known, now }) };
  }

  private async atVapi({ ctx, assistant }: Chain, now: Date): Promise<readonly PlatformCall[] | null> {
    const { vapiAssistantId } = assistant;
    const account = vapiAssistantId === null ? null : await this.vapi.find(ctx);
    if (!account) return null;
    const calls = await account.api('diagnose', 'urgent').listCalls(since(now, assistant.createdAt));
    return calls.filter((call) => call.assistantId === vapiAssistantId && !isPlayed(call)).map(ofVapi);
  }

  /** Only those that somebody answered: what rang in vain Twilio may have turned away itself. */
  private async atTwilio(chain: Chain, now: Date): Promise<readonly PlatformCall[] | null> {
    const { ctx, assistant } = chain;
    const { number, line } = await this.lines.of(chain);
    if (number === null || !line) return null;
    const account = (await this.twilio.of(ctx, line.accountId)) ?? (await this.twilio.find(ctx));
    if (!account) return null;
    const from = since(now, assistant.createdAt, line.createdAt);
    const search = { to: number, status: 'completed', startedOnOrAfter: from, most: mostCalls };
    const calls = await account.api('diagnose', 'urgent').calls.list(search);
    return calls
      .filter(({ startedAt, parentSid }) => parentSid === null && startedAt !== null && startedAt >= from)
      .map(({ sid, endedAt }) => ({ id: sid, callSid: sid, endedAt }));
  }
}

/** What was before is nobody’s affair here. */
function since(now: Date, ...beginnings: readonly Date[]): Date {
  return new Date(Math.max(now.getTime() - dayMs, ...beginnings.map((at) => at.getTime())));
}

function isPlayed(call: ListedCall): boolean {
  const fields = Fields.of(call);
  return [fields, fields.at('assistant')].some((each) => each.at('metadata').flag('sandbox'));
}

function ofVapi(call: ListedCall): PlatformCall {
  const fields = Fields.of(call);
  const ended = fields.text('status', 40) === 'ended' ? (fields.time('endedAt') ?? fields.time('updatedAt')) : null;
  const endedAt = typeof ended === 'number' ? new Date(ended) : null;
  return { id: call.id, callSid: fields.text('phoneCallProviderId', 200) ?? null, endedAt };
}

async function readable<T>(reading: Promise<T>): Promise<T | null> {
  try {
    return await reading;
  } catch (error) {
    if (error instanceof HttpFailure) return null;
    throw error;
  }
}
