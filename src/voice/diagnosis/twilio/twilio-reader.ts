import { Injectable } from '@nestjs/common';
import { HttpFailure } from '../../../kernel/http/index.js';
import type { TwilioApi } from '../../providers/twilio/api/twilio-api.js';
import type { TwilioNumber } from '../../providers/twilio/api/twilio-number.js';
import { TwilioAccounts } from '../../providers/twilio/twilio-accounts.js';
import { ChainLines } from '../chain-line.js';
import { OncePerChain, type Chain } from '../chain.js';
import type { Detail, TwilioReading } from './twilio-reading.js';

/** Reads what stands at Twilio about the number of a chain: once, and all at the same time. */
@Injectable()
export class TwilioReader {
  readonly #reading = new OncePerChain((chain) => this.read(chain));

  constructor(
    private readonly accounts: TwilioAccounts,
    private readonly lines: ChainLines,
  ) {}

  of(chain: Chain): Promise<TwilioReading> {
    return this.#reading.of(chain);
  }

  private async read(chain: Chain): Promise<TwilioReading> {
    const { number, line } = await this.lines.of(chain);
    const own = line ? await this.accounts.of(chain.ctx, line.accountId) : null;
    const account = own ?? (await this.accounts.find(chain.ctx));
    if (!account) return { kind: 'no account' };
    const api = account.api('diagnose', 'urgent');
    const [asked, accountSid] = [detail(api.account()), api.accountSid];
    try {
      const [found, state, balance] = await Promise.all([
        number === null ? null : api.numbers.findByNumber(number),
        asked,
        detail(api.balance()),
      ]);
      const around = found ? await readAround(api, found) : nothingAround;
      return { kind: 'read', accountSid, account: state, balance, number: found, ...around };
    } catch (error) {
      if (error instanceof HttpFailure) return { kind: 'unread', failure: error, accountSid, account: await asked };
      throw error;
    }
  }
}

const nothingAround = { origination: undefined, application: undefined, region: undefined, bundleStatus: undefined };

async function readAround({ routing }: TwilioApi, { number, bundleSid, settings }: TwilioNumber) {
  const { TrunkSid: trunk, VoiceApplicationSid: application } = settings;
  const [originationUrls, applicationState, region, bundleStatus] = await Promise.all([
    trunk === '' ? undefined : detail(routing.originationUrls(trunk)),
    application === '' ? undefined : detail(routing.findApplication(application)),
    detail(routing.voiceRegion(number)),
    bundleSid === null ? undefined : detail(routing.bundleStatus(bundleSid)),
  ]);
  return { origination: originationUrls, application: applicationState, region, bundleStatus };
}

/** What a key may not read, or Twilio does not tell now, keeps nothing else from being read. */
async function detail<T>(reading: Promise<T>): Promise<Detail<T>> {
  try {
    return await reading;
  } catch (error) {
    if (error instanceof HttpFailure) return undefined;
    throw error;
  }
}
