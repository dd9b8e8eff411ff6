import { Injectable } from '@nestjs/common';
import type { LocalizedText } from '../../kernel/errors/index.js';
import type { WebhookAddress } from '../../webhooks/index.js';
import type { CalendarAccount } from '../accounts/calendar-account.js';
import { CalendarAccounts } from '../accounts/calendar-accounts.service.js';
import type { CalComApi } from '../providers/calcom/calcom-api.js';
import { createWebhook, updateWebhook, webhookChanges } from './our-webhook.js';
import { unreachable } from './reachability.js';
import type { SetUpReport } from './set-up-report.js';
import { SetUpScopes, type SetUpScope } from './set-up-scope.js';
import { SettingMissing } from './set-up.errors.js';

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
    const { url } = address;
    const live = (await webhooks.list()).find((each) => each.url === url);
    const what = ofWebhook(url);
    if (live?.payloadTemplate) report.fail(emptyTemplate(url));
    if (!live) {
      if (!report.dryRun) await createWebhook(webhooks, address);
      return void report.tell('created', what);
    }
    const changes = webhookChanges(live, address);
    if (!changes) return void report.tell('unchanged', what);
    if (!report.dryRun) await updateWebhook(webhooks, live, changes);
    report.tell('updated', what);
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
