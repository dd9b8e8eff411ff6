import { Injectable } from '@nestjs/common';
import { Config, runtimeConfig } from '../../../kernel/config/index.js';
import type { RequestContext } from '../../../kernel/context/index.js';
import {
  settingsForm,
  type NumberSettingName,
  type NumberSettings,
} from '../../providers/twilio/api/number-settings.js';
import type { TwilioNumber } from '../../providers/twilio/api/twilio-number.js';
import type { TwilioApi } from '../../providers/twilio/api/twilio-api.js';
import { TwilioAccounts, type TwilioAccount } from '../../providers/twilio/twilio-accounts.js';
import { NumberNotInAccount, NumberNotRouted, TwilioNotConnected } from '../lines.errors.js';
import type { ActiveLine, PhoneLine } from '../phone-line.js';
import { asking } from '../platform-refusal.js';

type Wanted = Readonly<Partial<Record<NumberSettingName, string>>>;

/** What Vapi writes on a number that it takes: facts from several accounts, as its guides name no address. */
const vapiVoiceUrl = 'https://api.vapi.ai/twilio/inbound_call';
const ofVapi = /^https:\/\/api\.([a-z0-9-]+\.)?vapi\.ai\/twilio\/inbound_call$/;
/** Either makes Twilio pass over the address of the number. */
const unmasked = { VoiceApplicationSid: '', TrunkSid: '' };

/** How Twilio answers the numbers of lines: every write says all that matters, and is compared with what came of it. */
@Injectable()
export class TwilioLines {
  constructor(
    private readonly accounts: TwilioAccounts,
    private readonly config: Config,
  ) {}

  /** The account that has the line's number; another connection to it will do as well. @throws TwilioNotConnected */
  async account(ctx: RequestContext, { accountId }: Pick<PhoneLine, 'accountId'>): Promise<TwilioAccount> {
    const account = (await this.accounts.of(ctx, accountId)) ?? (await this.accounts.find(ctx));
    if (!account) throw new TwilioNotConnected();
    return account;
  }

  /** Calls come to this server. @throws NumberNotInAccount, NumberNotRouted, LineRefused, TwilioNotConnected */
  async leadHere(ctx: RequestContext, line: ActiveLine): Promise<void> {
    const [incoming, status] = [this.address('incoming'), this.address('status')];
    await this.bring(ctx, line, () => ({
      ...unmasked,
      VoiceUrl: incoming,
      VoiceMethod: 'POST',
      VoiceFallbackUrl: incoming,
      VoiceFallbackMethod: 'POST',
      VoiceReceiveMode: 'voice',
      StatusCallback: status,
      StatusCallbackMethod: 'POST',
    }));
  }

  /** Calls go to Vapi, and come to this server where Vapi does not answer. @throws like `leadHere` */
  async leadToVapi(ctx: RequestContext, line: ActiveLine): Promise<void> {
    const fallback = this.address('incoming');
    await this.bring(ctx, line, ({ VoiceUrl }) => ({
      ...unmasked,
      VoiceUrl: ofVapi.test(VoiceUrl) ? VoiceUrl : vapiVoiceUrl,
      VoiceMethod: 'POST',
      VoiceFallbackUrl: fallback,
      VoiceFallbackMethod: 'POST',
      VoiceReceiveMode: 'voice',
    }));
  }

  /** As the number was before anything was changed from here; one that is gone from the account needs nothing. */
  async restore(ctx: RequestContext, line: ActiveLine): Promise<void> {
    const { previousSettings } = line;
    if (!previousSettings) return;
    const api = (await this.account(ctx, line)).api('restore_number', 'urgent');
    await asking('Twilio', async () => {
      const live = await api.numbers.find(line.twilioSid);
      const wanted = settingsForm(previousSettings);
      if (live && differing(live.settings, wanted).length > 0) await api.numbers.update(live.sid, wanted);
    });
  }

  private async bring(
    ctx: RequestContext,
    line: ActiveLine,
    wantedOf: (live: NumberSettings) => Wanted,
  ): Promise<void> {
    const api = (await this.account(ctx, line)).api('route_number', 'urgent');
    await asking('Twilio', async () => {
      const live = await require(api, line);
      const wanted = wantedOf(live.settings);
      if (differing(live.settings, wanted).length === 0) return;
      await api.numbers.update(live.sid, wanted);
      const left = differing((await require(api, line)).settings, wanted);
      if (left.length > 0) throw new NumberNotRouted(left);
    });
  }

  private address(what: 'incoming' | 'status'): string {
    const { publicUrl, port } = this.config.get(runtimeConfig);
    return `${publicUrl ?? `http://localhost:${port}`}/api/voice/webhook/${what}`;
  }
}

async function require(api: TwilioApi, { twilioSid, number }: ActiveLine): Promise<TwilioNumber> {
  const live = await api.numbers.find(twilioSid);
  if (live?.number !== number) throw new NumberNotInAccount(number);
  return live;
}

function differing(live: NumberSettings, wanted: Wanted): NumberSettingName[] {
  const names = Object.keys(live).filter((name): name is NumberSettingName => name in wanted);
  return names.filter((name) => live[name] !== wanted[name]);
}
