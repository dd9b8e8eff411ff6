import { Injectable } from '@nestjs/common';
import type { LocalizedText } from '../../kernel/errors/index.js';
import { HttpFailure } from '../../kernel/http/index.js';
import type { WebhookAddress } from '../../webhooks/index.js';
import type { CalendarAccount } from '../accounts/calendar-account.js';
import { CalendarAccounts } from '../accounts/calendar-accounts.service.js';
import type { CalComApi } from '../providers/calcom/calcom-api.js';
import type { WebhookSubscription } from '../providers/calcom/webhook-subscription.js';
import type { WebhookWish } from '../providers/calcom/webhooks-api.js';
import { unreachable } from './reachability.js';
import type { SetUpReport } from './set-up-report.js';
import { SetUpScopes, type SetUpScope } from './set-up-scope.js';
import { SettingMissing } from './set-up.errors.js';

/** What every Cal.com lets us hear of. */
const triggers = [
  'BOOKING_CREATED',
  'BOOKING_REQUESTED',
  'BOOKING_RESCHEDULED',
  'BOOKING_CANCELLED',
  'BOOKING_REJECTED',
  'BOOKING_PAYMENT_INITIATED',
  'BOOKING_PAID',
  'BOOKING_NO_SHOW_UPDATED',
  'MEETING_STARTED',
  'MEETING_ENDED',
];
/** Since the middle of 2026: older installations refuse a webhook that names them. */
const newerTriggers = ['BOOKING_LOCATION_UPDATED', 'BOOKING_REASSIGNED'];

const use = { action: 'set_up', urgent: false };
const source = 'calcom';
const keyStep: LocalizedText = { en: 'Cal.com key', fr: 'Clé de Cal.com' };
const webhookStep: LocalizedText = { en: 'Cal.com webhook', fr: 'Webhook de Cal.com' };

/** Registers our webhook at Cal.com: https://cal.com/docs/api-reference/v2/webhooks */
@Injectable()
export class CalComSetUp {
  constructor(
    private readonly accounts: CalendarAccounts,
    private readonly scopes: SetUpScopes,
  ) {}

  async run(scope: SetUpScope, report: SetUpReport): Promise<void> {
    const account = await report.step(keyStep, () => this.checkKey(scope, report));
    if (account) await report.step(webhookStep, () => this.register(scope, account, report));
  }

  private async checkKey({ ctx, workspaceName }: SetUpScope, report: SetUpReport): Promise<CalendarAccount> {
    const account = await (workspaceName === null ? this.accounts.deployment() : this.accounts.find(ctx));
    if (!account) throw new SettingMissing('CAL_API_KEY', createKey);
    const { id, name, username } = await account.api(use).me();
    const whose = name ?? username ?? String(id);
    report.tell('checked', { en: `Cal.com key: of ${whose}`, fr: `Clé de Cal.com : celle de ${whose}` });
    return account;
  }

  private async register({ ctx }: SetUpScope, account: CalendarAccount, report: SetUpReport): Promise<void> {
    const { shared } = account;
    const known = await this.scopes.address(ctx, { source, shared });
    if (!known && report.dryRun) return void report.tell('created', ofWebhook('…'));
    const address = known ?? (await this.scopes.open(ctx, source));
    report.hide(address.secret);
    const warning = unreachable(address.url);
    if (warning) report.tell('warning', warning);
    await this.agree(account.api(use), address, report);
  }

  private async agree({ webhooks }: CalComApi, address: WebhookAddress, report: SetUpReport): Promise<void> {
    const { url, secret } = address;
    const live = (await webhooks.list()).find((each) => each.url === url);
    const what = ofWebhook(url);
    if (live?.payloadTemplate) report.fail(emptyTemplate(url));
    if (!live) {
      const create = (wanted: string[]) => webhooks.create({ url, secret, active: true, triggers: wanted });
      if (!report.dryRun) await withNewerTriggers([], create);
      return void report.tell('created', what);
    }
    const changes = changesOf(live, address);
    if (!changes) return void report.tell('unchanged', what);
    const update = (wanted: string[]) => webhooks.update(live.id, { ...changes, triggers: wanted });
    if (!report.dryRun) await withNewerTriggers(live.triggers, update);
    report.tell('updated', what);
  }
}

/** A webhook that lacks only what its Cal.com may not know is left as it is. */
function changesOf(live: WebhookSubscription, { secret }: WebhookAddress): Partial<WebhookWish> | null {
  const isSigned = live.secret?.reveal() === secret.reveal();
  const hearsAll = triggers.every((trigger) => live.triggers.includes(trigger));
  return isSigned && hearsAll && live.active ? null : { secret, active: true };
}

/** What somebody else has chosen besides stays. */
async function withNewerTriggers(
  chosen: readonly string[],
  send: (wanted: string[]) => Promise<unknown>,
): Promise<void> {
  const wanted = [...new Set([...chosen, ...triggers])];
  try {
    await send([...new Set([...wanted, ...newerTriggers])]);
  } catch (error) {
    if (!(error instanceof HttpFailure) || error.status !== 400) throw error;
    await send(wanted);
  }
}

const createKey = {
  en: 'Create a key in Cal.com (Settings > Developer > API keys) and put it into the environment.',
  fr: 'Créez une clé dans Cal.com (Settings > Developer > API keys) et placez-la dans l’environnement.',
};

function ofWebhook(url: string): LocalizedText {
  return { en: `Cal.com webhook ${url}`, fr: `webhook de Cal.com ${url}` };
}

function emptyTemplate(url: string): LocalizedText {
  return {
    en: `The webhook ${url} has a payload template of its own, so that nothing of it is understood here. Empty the template in Cal.com.`,
    fr: `Le webhook ${url} a son propre modèle de contenu, si bien que rien n’en est compris ici. Videz ce modèle dans Cal.com.`,
  };
}
