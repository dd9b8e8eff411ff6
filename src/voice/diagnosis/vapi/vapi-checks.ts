import { ChainLines } from '../chain-line.js';
import type { Chain } from '../chain.js';
import { ConnectionCheck, type ConnectionCheckContract } from '../connection-check.js';
import { skipped, type Finding } from '../finding.js';
import { TwilioReader } from '../twilio/twilio-reader.js';
import { assistantKeys, judgeAssistant } from './judge-assistant.js';
import { judgeVapiCredentials, judgeVapiNumber } from './judge-number.js';
import { VapiReader } from './vapi-reader.js';

const numberKeys = ['vapi.number-imported', 'vapi.number-active', 'vapi.same-account', 'vapi.assistant-assigned'];

const unseen = {
  en: 'Not looked at: Vapi could not be read.',
  fr: 'Non vérifié : Vapi n’a pas pu être lu.',
};

/** The second hop: the number and the assistant at Vapi. It does not exist for assistants that this server answers itself. */
@ConnectionCheck()
export class VapiChecks implements ConnectionCheckContract {
  readonly hop = 'vapi';
  readonly keys = ['vapi.credentials', ...numberKeys, ...assistantKeys];

  constructor(
    private readonly reader: VapiReader,
    private readonly twilio: TwilioReader,
    private readonly lines: ChainLines,
  ) {}

  async run(chain: Chain): Promise<Readonly<Record<string, Finding>>> {
    if (chain.assistant.route !== 'VAPI') return {};
    const [reading, twilio, { number, line }] = await Promise.all([
      this.reader.of(chain),
      this.twilio.of(chain),
      this.lines.of(chain),
    ]);
    const first = { 'vapi.credentials': judgeVapiCredentials(reading) };
    if (reading.kind !== 'read') {
      return { ...Object.fromEntries(this.keys.map((key) => [key, skipped(unseen)])), ...first };
    }
    const twilioAccountSid = twilio.kind === 'read' ? twilio.accountSid : undefined;
    const facts = { number, lineId: line?.id ?? null, twilioAccountSid };
    return { ...first, ...judgeVapiNumber(reading, facts), ...judgeAssistant(reading, chain.assistant.id) };
  }
}
