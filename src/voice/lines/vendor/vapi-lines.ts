import { Injectable } from '@nestjs/common';
import type { Secret } from '../../../kernel/config/index.js';
import type { RequestContext } from '../../../kernel/context/index.js';
import { HttpFailure } from '../../../kernel/http/index.js';
import { WebhookAddresses } from '../../../webhooks/index.js';
import type { TwilioCredentials } from '../../providers/twilio/api/twilio-api.js';
import { VapiNotConnected } from '../../providers/vapi/provisioning/provisioning.errors.js';
import { ServerProofs } from '../../providers/vapi/provisioning/server-proof.js';
import { VapiAccounts, type VapiAccount } from '../../providers/vapi/provisioning/vapi-accounts.js';
import type { VapiApi } from '../../providers/vapi/provisioning/vapi-api.js';
import type { LiveNumber } from '../../providers/vapi/provisioning/vapi-numbers.js';
import type { PhoneLine } from '../phone-line.js';
import { asking } from '../platform-refusal.js';
import { TwilioLines } from './twilio-lines.js';

const source = 'vapi';

/** A line and who is to answer it, with what brings it there. */
interface Bringing {
  line: PhoneLine;
  vapiAssistantId: string;
  account: VapiAccount;
  credentials: TwilioCredentials;
}

/** The numbers of lines at Vapi. */
@Injectable()
export class VapiLines {
  constructor(
    private readonly accounts: VapiAccounts,
    private readonly addresses: WebhookAddresses,
    private readonly twilio: TwilioLines,
  ) {}

  /**
   * Has the assistant answer the number, which is imported where Vapi does not have it yet.
   *
   * @returns its id at Vapi.
   * @throws VapiNotConnected, TwilioNotConnected, LineRefused
   */
  async assign(ctx: RequestContext, line: PhoneLine, vapiAssistantId: string): Promise<string> {
    const account = await this.accounts.find(ctx);
    if (!account) throw new VapiNotConnected();
    const credentials = (await this.twilio.account(ctx, line)).api('import_at_vapi').credentials();
    const bringing = { line, vapiAssistantId, account, credentials };
    return asking('Vapi', () => this.bring(ctx, bringing), secretOf(credentials));
  }

  /** False where Vapi does not take a number without an assistant: then it has to be removed. */
  async unassign(ctx: RequestContext, line: PhoneLine): Promise<boolean> {
    const api = await this.api(ctx);
    return asking('Vapi', async () => {
      const live = await findLive(api, line);
      if (!live) return false;
      if (live.assistantId === null) return true;
      try {
        return (await api.numbers.update(live.id, { assistantId: null })).assistantId === null;
      } catch (error) {
        if (error instanceof HttpFailure && error.kind === 'invalid_input') return false;
        throw error;
      }
    });
  }

  async remove(ctx: RequestContext, line: PhoneLine): Promise<void> {
    const api = await this.api(ctx);
    await asking('Vapi', async () => {
      const live = await findLive(api, line);
      if (live) await api.numbers.delete(live.id);
    });
  }

  private async api(ctx: RequestContext): Promise<VapiApi> {
    const account = await this.accounts.find(ctx);
    if (!account) throw new VapiNotConnected();
    return account.api('phone_line', 'urgent');
  }

  private async bring(ctx: RequestContext, bringing: Bringing): Promise<string> {
    const { account, line, vapiAssistantId, credentials } = bringing;
    const api = account.api('phone_line', 'urgent');
    const server = await this.server(ctx, account);
    const live = await findLive(api, line);
    if (!live) return this.import(api, bringing, await server.body(api));
    const moved = live.twilioAccountSid !== credentials.accountSid;
    const strange = server.url !== null && live.serverUrl !== server.url;
    if (live.assistantId === vapiAssistantId && !moved && !strange) return live.id;
    const change = { assistantId: vapiAssistantId, ...(moved && toBody(credentials)) };
    return (await api.numbers.update(live.id, strange ? { ...change, ...(await server.body(api)) } : change)).id;
  }

  /** An import whose answer was lost has perhaps been made: then the number is there. */
  private async import(
    api: VapiApi,
    { line, vapiAssistantId: assistantId, credentials }: Bringing,
    server: object,
  ): Promise<string> {
    const { number } = line;
    const body = { number, name: number, smsEnabled: false, assistantId, ...toBody(credentials), ...server };
    try {
      return (await api.numbers.import(body)).id;
    } catch (error) {
      const lost = error instanceof HttpFailure && error.outcomeUnknown;
      const live = lost ? await api.numbers.findByNumber(number) : null;
      if (!live) throw error;
      return live.assistantId === assistantId ? live.id : (await api.numbers.update(live.id, { assistantId })).id;
    }
  }

  /** Where Vapi asks while nobody is assigned; the deployment’s address where the account is its own. */
  private async server(ctx: RequestContext, { shared }: VapiAccount) {
    const address = shared ? this.addresses.deployment(source) : await this.addresses.open(ctx, source);
    const { url, secret } = address;
    if (!secret) return { url: null, body: () => Promise.resolve({}) };
    const body = async (api: VapiApi) => {
      const { proof } = await new ServerProofs(api).apply(secret);
      return { server: { url, timeoutSeconds: 20, ...proof } };
    };
    return { url, body };
  }
}

/** By its id, else by the number: what was told of the id may be lost, or the number imported anew. */
async function findLive({ numbers }: VapiApi, line: PhoneLine): Promise<LiveNumber | null> {
  const known = line.vapiPhoneNumberId === null ? null : await numbers.find(line.vapiPhoneNumberId);
  return known?.number === line.number ? known : numbers.findByNumber(line.number);
}

function toBody(credentials: TwilioCredentials): Readonly<Record<string, string>> {
  const { accountSid: twilioAccountSid } = credentials;
  if ('authToken' in credentials) return { twilioAccountSid, twilioAuthToken: credentials.authToken.reveal() };
  const { apiKey, apiSecret } = credentials;
  return { twilioAccountSid, twilioApiKey: apiKey, twilioApiSecret: apiSecret.reveal() };
}

function secretOf(credentials: TwilioCredentials): Secret {
  return 'authToken' in credentials ? credentials.authToken : credentials.apiSecret;
}
