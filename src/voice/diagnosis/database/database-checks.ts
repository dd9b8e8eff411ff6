import { randomUUID } from 'node:crypto';
import { HttpFailure } from '../../../kernel/http/index.js';
import type { Chain } from '../chain.js';
import { ConnectionCheck, type ConnectionCheckContract } from '../connection-check.js';
import { fail, pass, skipped, warn, type Finding } from '../finding.js';
import { serverAdvice as advice } from '../server/server-advice.js';
import { isRefusal, ServerDoor, type Door } from '../server/server-door.js';
import { Arrivals } from './arrivals.repository.js';

/** So that a probe is told from what a platform sends. */
const probeType = 'diagnosis.probe';
const pauseMs = 40;
/** What a worker may take; longer than that, callers wait too. */
const patienceMs = 6_000;

const notSent = {
  en: 'Not looked at: what Twilio sends is signed with its own token, and is not imitated.',
  fr: 'Non vérifié : ce que Twilio envoie est signé avec son propre jeton et n’est pas imité.',
};
const unreached = {
  en: 'Not looked at: this server does not meet itself at its own address.',
  fr: 'Non vérifié : ce serveur ne se retrouve pas à sa propre adresse.',
};

/** The fourth hop: what arrives is stored, worked on, and on record. */
@ConnectionCheck()
export class DatabaseChecks implements ConnectionCheckContract {
  readonly hop = 'database';
  readonly keys = ['database.probe', 'database.last-webhook', 'database.last-call'];

  constructor(
    private readonly door: ServerDoor,
    private readonly arrivals: Arrivals,
  ) {}

  async run(chain: Chain): Promise<Readonly<Record<string, Finding>>> {
    const { ctx, assistant } = chain;
    const [probed, lastEventAt, lastCall] = await Promise.all([
      this.judgeProbe(chain),
      this.arrivals.lastEventAt(ctx, ['vapi', 'twilio']),
      this.arrivals.lastCall(ctx, assistant.id),
    ]);
    return {
      'database.probe': probed,
      'database.last-webhook': lastEventAt ? pass(lastEventAt.toISOString()) : warn({ advice: advice.noWebhook }),
      'database.last-call': lastCall ? pass(lastCall.createdAt.toISOString()) : warn({ advice: advice.noCall }),
    };
  }

  private async judgeProbe(chain: Chain): Promise<Finding> {
    const door = await this.door.of(chain);
    if (chain.assistant.route === 'TWILIO') return skipped(notSent);
    if (!door.secret) return fail({ observed: door.url, advice: advice.closed });
    if (!isRefusal(await this.door.toStrangers(chain))) return skipped(unreached);
    const nonce = randomUUID();
    const body = { message: { type: probeType, status: nonce, timestamp: Date.now() } };
    try {
      await this.door.knock(door.url, body, door.secret);
    } catch (error) {
      if (!(error instanceof HttpFailure)) throw error;
      return error.status === undefined
        ? skipped(unreached)
        : fail({ observed: `${error.status}`, advice: advice.refused });
    }
    return this.follow(chain, door, `no-call:${probeType}:${nonce}`);
  }

  private async follow({ signal }: Chain, { workspaceId }: Door, externalId: string): Promise<Finding> {
    const began = performance.now();
    for (;;) {
      const status = await this.arrivals.statusOfProbe(workspaceId, externalId);
      const took = Math.round(performance.now() - began);
      if (status === 'PROCESSED') return pass(`${took} ms`);
      if (took > patienceMs || signal.aborted) {
        return fail({
          observed: status ?? '—',
          expected: 'PROCESSED',
          advice: status === null ? advice.lost : advice.waiting,
        });
      }
      await new Promise((resolve) => setTimeout(resolve, pauseMs));
    }
  }
}
