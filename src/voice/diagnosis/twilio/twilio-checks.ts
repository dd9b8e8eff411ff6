import { Config, runtimeConfig } from '../../../kernel/config/index.js';
import { ChainLines } from '../chain-line.js';
import type { Chain } from '../chain.js';
import { ConnectionCheck, type ConnectionCheckContract } from '../connection-check.js';
import { skipped, type Finding } from '../finding.js';
import { isClosed, judgeAccount, judgeBalance, judgeCredentials } from './judge-account.js';
import { judgeAnswer, judgeFormat, judgeNumber, judgeOwned } from './judge-number.js';
import { wantedAnswer } from './twilio-answers.js';
import { TwilioReader } from './twilio-reader.js';

const ofAccount = ['twilio.credentials', 'twilio.account-active', 'twilio.balance'];
const ofNumber = [
  'twilio.number-active',
  'twilio.voice-capable',
  'twilio.receive-mode',
  'twilio.regulatory-bundle',
  'twilio.region',
  'twilio.trunk',
  'twilio.application',
  'twilio.voice-url',
  'twilio.voice-method',
  'twilio.fallback-url',
  'twilio.status-callback',
];

const unseen = {
  en: 'Not looked at: the number could not be read at Twilio.',
  fr: 'Non vérifié : le numéro n’a pas pu être lu chez Twilio.',
};

/** The first hop: the telephone number at Twilio. */
@ConnectionCheck()
export class TwilioChecks implements ConnectionCheckContract {
  readonly hop = 'twilio';
  readonly keys = [...ofAccount, 'twilio.number-format', 'twilio.number-owned', ...ofNumber];

  constructor(
    private readonly reader: TwilioReader,
    private readonly lines: ChainLines,
    private readonly config: Config,
  ) {}

  async run(chain: Chain): Promise<Readonly<Record<string, Finding>>> {
    const [reading, { number }] = await Promise.all([this.reader.of(chain), this.lines.of(chain)]);
    const first = { 'twilio.credentials': judgeCredentials(reading), 'twilio.number-format': judgeFormat(number) };
    if (reading.kind !== 'read' || number === null) {
      const closed = reading.kind === 'unread' && isClosed(reading);
      const account = closed ? { 'twilio.account-active': judgeAccount(reading) } : {};
      return { ...allUnseen(['twilio.number-owned', ...ofNumber]), ...account, ...first };
    }
    const balance = judgeBalance(reading);
    const known = {
      ...first,
      'twilio.account-active': judgeAccount(reading),
      ...(balance && { 'twilio.balance': balance }),
      'twilio.number-owned': judgeOwned(number, reading),
    };
    if (!reading.number) return { ...allUnseen(ofNumber), ...known };
    const wanted = wantedAnswer(chain.assistant.route, this.publicUrl());
    const found = reading.number;
    return { ...known, ...judgeNumber(found, reading), ...judgeAnswer(found, reading, wanted) };
  }

  private publicUrl(): string {
    const { publicUrl, port } = this.config.get(runtimeConfig);
    return publicUrl ?? `http://localhost:${port}`;
  }
}

function allUnseen(keys: readonly string[]): Record<string, Finding> {
  return Object.fromEntries(keys.map((key) => [key, skipped(unseen)]));
}
