import { Config } from '../../../kernel/config/index.js';
import { HttpFailure } from '../../../kernel/http/index.js';
import { twilioConfig } from '../../providers/twilio/twilio.config.js';
import { vapiConfig } from '../../providers/vapi/vapi.config.js';
import type { Chain } from '../chain.js';
import { ConnectionCheck, type ConnectionCheckContract } from '../connection-check.js';
import { fail, pass, warn, type Finding } from '../finding.js';
import { isInside, judgeAddress } from './judge-address.js';
import { serverAdvice as advice } from './server-advice.js';
import { isRefusal, ServerDoor } from './server-door.js';

/** The third hop: this server, as platforms see it. */
@ConnectionCheck()
export class ServerChecks implements ConnectionCheckContract {
  readonly hop = 'server';
  readonly keys = ['server.public-url', 'server.endpoint'];

  constructor(
    private readonly door: ServerDoor,
    private readonly config: Config,
  ) {}

  async run(chain: Chain): Promise<Readonly<Record<string, Finding>>> {
    return {
      'server.public-url': judgeAddress(this.door.publicUrl, this.isPlayed(chain)),
      'server.endpoint': await this.judgeEndpoint(chain),
    };
  }

  /** Whoever proves nothing must be refused: that shows that it is this server, and that it looks. */
  private async judgeEndpoint(chain: Chain): Promise<Finding> {
    const { url } = await this.door.of(chain);
    const answered = await this.door.toStrangers(chain);
    if (answered instanceof HttpFailure) return this.silent(url, answered);
    if (isRefusal(answered)) return pass(url);
    return fail({ observed: `${url}: ${answered}`, expected: '401', advice: advice.other });
  }

  /** Some networks do not lead back in what goes out of them: only an inner address is surely wrong. */
  private silent(url: string, error: HttpFailure): Finding {
    const told = { observed: error.safeMessage, expected: url, advice: advice.silent };
    return isInside(new URL(url).hostname) ? fail(told) : warn(told);
  }

  private isPlayed({ assistant }: Chain): boolean {
    const base =
      assistant.route === 'VAPI' ? this.config.get(vapiConfig).baseUrl : this.config.get(twilioConfig).baseUrl;
    return isInside(new URL(base).hostname);
  }
}
