import type { RequestContext } from '../../kernel/context/index.js';
import { UnitOfWork } from '../../kernel/database/index.js';
import { HttpFailure } from '../../kernel/http/index.js';
import {
  ConnectionCheck,
  fail,
  pass,
  skipped,
  warn,
  type Chain,
  type ConnectionCheckContract,
  type Finding,
} from '../../voice/index.js';
import type { CalendarAccount } from '../accounts/calendar-account.js';
import { CalendarAccounts } from '../accounts/calendar-accounts.service.js';
import { AssistantEventTypes } from '../event-types/assistant-event-types.repository.js';
import { EventTypes } from '../event-types/event-types.service.js';
import { webhookChanges } from '../set-up/our-webhook.js';
import { calendarAdvice as advice } from './calendar-advice.js';
import { offerWebhook } from './webhook-repair.js';
import { WebhookOfAccount } from './webhook-of-account.js';

const ofCalendar = /^(?:availability|appointment)_/;
const helpUrl = 'https://app.cal.com/settings/developer/api-keys';
const webhooksPage = 'https://app.cal.com/settings/developer/webhooks';
const unseen = { en: 'Not looked at: Cal.com could not be read.', fr: 'Non vérifié : Cal.com n’a pas pu être lu.' };

/** The calendar that an assistant books in; nothing where it has no tools for that. */
@ConnectionCheck()
export class CalendarChecks implements ConnectionCheckContract {
  readonly hop = 'calendar';
  readonly keys = ['calendar.credentials', 'calendar.event-types', 'calendar.webhook'];

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly accounts: CalendarAccounts,
    private readonly eventTypes: EventTypes,
    private readonly chosen: AssistantEventTypes,
    private readonly address: WebhookOfAccount,
  ) {}

  async run({ ctx, assistant }: Chain): Promise<Readonly<Record<string, Finding>>> {
    if (!assistant.tools.some(({ key }) => ofCalendar.test(key))) return {};
    const account = await this.accounts.find(ctx);
    const others = { 'calendar.event-types': skipped(unseen), 'calendar.webhook': skipped(unseen) };
    if (!account) return { ...others, 'calendar.credentials': fail({ advice: advice.connect, helpUrl }) };
    const credentials = await this.judgeKey(account);
    if (credentials.status !== 'PASS') return { ...others, 'calendar.credentials': credentials };
    const [eventTypes, webhook] = await Promise.all([
      readable(this.judgeEventTypes(ctx, account, assistant.id)),
      readable(this.judgeWebhook(ctx, account)),
    ]);
    return {
      'calendar.credentials': credentials,
      'calendar.event-types': eventTypes,
      'calendar.webhook': webhook,
    };
  }

  private async judgeKey(account: CalendarAccount): Promise<Finding> {
    try {
      const { id, name, username } = await account.api({ action: 'diagnose', urgent: true }).me();
      return pass(name ?? username ?? String(id));
    } catch (error) {
      if (!(error instanceof HttpFailure)) throw error;
      const isRefused = error.kind === 'credential_rejected';
      const observed = error.platformSaid().message ?? error.safeMessage;
      return fail({ observed, advice: isRefused ? advice.credentials : advice.unavailable, helpUrl });
    }
  }

  private async judgeEventTypes(ctx: RequestContext, account: CalendarAccount, assistantId: string): Promise<Finding> {
    const [all, chosen] = await Promise.all([
      this.eventTypes.readAnew(account),
      this.unitOfWork.run(ctx, (tx) => this.chosen.find(tx, assistantId)),
    ]);
    const isThere = (id: number) => all.some((each) => each.id === id);
    const lost = chosen.filter((id) => !isThere(id));
    const offered = chosen.length > 0 ? chosen.filter(isThere).length : account.shared ? 0 : all.length;
    const page = 'https://app.cal.com/event-types';
    if (offered === 0) return fail({ observed: lost.join(', '), advice: advice.noEventType, helpUrl: page });
    if (lost.length > 0) return warn({ observed: lost.join(', '), advice: advice.lostEventType, helpUrl: page });
    return pass(`${offered}`);
  }

  private async judgeWebhook(ctx: RequestContext, account: CalendarAccount): Promise<Finding> {
    const address = await this.address.find(ctx, account);
    if (address === 'closed') return warn({ advice: advice.closed });
    const all = await account.api({ action: 'diagnose', urgent: true }).webhooks.list();
    const live = all.find(({ url }) => url === address?.url) ?? null;
    const told = { observed: live?.url ?? '—', helpUrl: webhooksPage };
    if (!live || !address) return warn({ ...told, advice: advice.webhook, repair: offerWebhook(null) });
    if (live.payloadTemplate !== null) return warn({ ...told, advice: advice.template });
    if (webhookChanges(live, address)) return warn({ ...told, advice: advice.webhook, repair: offerWebhook(live) });
    return pass(live.url);
  }
}

async function readable(judging: Promise<Finding>): Promise<Finding> {
  try {
    return await judging;
  } catch (error) {
    if (error instanceof HttpFailure) return skipped(unseen);
    throw error;
  }
}
