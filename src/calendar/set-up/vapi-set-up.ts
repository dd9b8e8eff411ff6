import { Injectable } from '@nestjs/common';
import {
  ServerProofs,
  VapiAccounts,
  VapiTools,
  VapiToolSet,
  type LiveAssistant,
  type ToolPlan,
  type ToolSetReview,
  type VapiAccount,
  type VapiApi,
  type VapiToolServer,
} from '../../voice/index.js';
import { calendarTools } from './calendar-tools.js';
import { unreachable } from './reachability.js';
import { SetUpAssistants, type SetUpAssistant } from './set-up-assistants.js';
import type { SetUpOptions } from './set-up-options.js';
import type { SetUpReport } from './set-up-report.js';
import { SetUpScopes, type SetUpScope } from './set-up-scope.js';
import { SettingMissing } from './set-up.errors.js';
import * as texts from './vapi-texts.js';

const source = 'vapi';

interface Work {
  scope: SetUpScope;
  options: Pick<SetUpOptions, 'assistant' | 'native'>;
  report: SetUpReport;
}

/** Brings the calendar’s tools to Vapi, and to an assistant there. */
@Injectable()
export class VapiSetUp {
  constructor(
    private readonly accounts: VapiAccounts,
    private readonly scopes: SetUpScopes,
    private readonly assistants: SetUpAssistants,
    private readonly tools: VapiTools,
  ) {}

  async run(work: Work): Promise<void> {
    const { report, options } = work;
    const account = await report.step(texts.keyStep, () => this.checkKey(work));
    if (!account) return;
    const api = account.api('set_up');
    const assistant = await report.step(texts.assistantStep, () => this.assistant(work, api));
    if (assistant === null) return;
    const server = await report.step(texts.serverStep, () => this.server(work, account));
    if (!server) return;
    await report.step(texts.toolsStep, () => this.bring(work, { api, server, assistant: assistant.found }));
    if (options.native) await report.step(texts.googleStep, () => this.tellOfGoogle(api, report));
  }

  private async checkKey({ scope: { ctx, workspaceName }, report }: Work): Promise<VapiAccount> {
    const account = await (workspaceName === null ? this.accounts.deployment() : this.accounts.find(ctx));
    if (!account) throw new SettingMissing('VAPI_API_KEY', texts.createKey);
    const assistants = await account.api('set_up').listAssistants();
    report.tell('checked', texts.keyWorks(assistants.length));
    return account;
  }

  private async assistant(
    { scope, options, report }: Work,
    api: VapiApi,
  ): Promise<{ found: SetUpAssistant | undefined }> {
    if (options.assistant !== undefined) {
      const found = await this.assistants.find(options.assistant, scope);
      // Before anything is made for one that is not there.
      await new VapiToolSet(api).requireAssistant(found.vapiId);
      return { found };
    }
    const known = (await api.listAssistants()).map(nameAndId);
    report.tell('warning', texts.nobodyGetsThem(known.slice(0, 10).join(', ')));
    return { found: undefined };
  }

  /** Where Vapi asks for our tools, and how it proves itself there. */
  private async server({ scope: { ctx }, report }: Work, account: VapiAccount): Promise<VapiToolServer> {
    const { shared } = account;
    const known = await this.scopes.address(ctx, { source, shared });
    // Of an address that is only planned nothing but its being new is known.
    if (!known && report.dryRun) return { url: 'https://planned.invalid', credentialId: 'planned' };
    const { url, secret } = known ?? (await this.scopes.open(ctx, source));
    report.hide(secret);
    const warning = unreachable(url);
    if (warning) report.tell('warning', warning);
    const proofs = new ServerProofs(account.api('set_up'));
    const { proof, credential } = await (report.dryRun ? proofs.plan(secret) : proofs.apply(secret));
    if (credential) report.tell(credential.isNew ? 'created' : 'unchanged', texts.credential(credential.name));
    else report.tell('warning', texts.noCredentials);
    return { url, ...proof };
  }

  private async bring(
    { options, report }: Work,
    { api, server, assistant }: { api: VapiApi; server: VapiToolServer; assistant: SetUpAssistant | undefined },
  ): Promise<void> {
    const declared = assistant?.declared ?? null;
    const tools = calendarTools(declared?.tools ?? [], options.native);
    const language = declared?.language ?? report.locale;
    const bodies = this.tools.bodiesOf({ tools, language }, server);
    const set = new VapiToolSet(api);
    const review = await set.plan({ bodies, assistantId: assistant?.vapiId ?? null });
    for (const clash of review.clashes) report.fail(texts.clash(clash));
    const ids = await applyAll(set, review.tools, report);
    await attach(set, { review, ids }, report);
    if (declared && tools.some(({ key }) => !declared.tools.some((each) => each.key === key))) {
      report.tell('warning', texts.notDeclared);
    }
  }

  private async tellOfGoogle(api: VapiApi, report: SetUpReport): Promise<void> {
    const credentials = await api.listCredentials();
    const isConnected = credentials?.some(({ provider }) => provider.startsWith('google.calendar'));
    if (isConnected === false) report.tell('warning', texts.connectGoogle);
    report.tell('warning', texts.googleUnseen);
    report.tell('warning', texts.googleOffsets);
  }
}

/** @returns the ids of all, or null when one could not be made or changed. */
async function applyAll(set: VapiToolSet, plans: readonly ToolPlan[], report: SetUpReport): Promise<string[] | null> {
  const ids: (string | null)[] = [];
  for (const plan of plans) {
    const what = texts.tool(plan.key);
    const id = report.dryRun ? (plan.id ?? '') : await report.step(what, () => set.apply(plan));
    if (id !== null) report.tell(plan.id === null ? 'created' : plan.changes ? 'updated' : 'unchanged', what);
    ids.push(id);
  }
  const made = ids.filter((id) => id !== null);
  return made.length === plans.length ? made : null;
}

async function attach(
  set: VapiToolSet,
  { review, ids }: { review: ToolSetReview; ids: readonly string[] | null },
  report: SetUpReport,
): Promise<void> {
  const { assistant, tools } = review;
  if (!assistant) return;
  const name = assistant.name ?? assistant.id;
  // With one of them missing it would have less than before, or half of what belongs together.
  if (!ids) return void report.fail(texts.notAttached(name));
  const changed = report.dryRun ? assistant.changes : await set.attach(review, ids);
  report.tell(changed ? 'updated' : 'unchanged', texts.attached(name, tools.length));
}

function nameAndId({ name, id }: LiveAssistant): string {
  return `${name ?? '?'} (${id})`;
}
