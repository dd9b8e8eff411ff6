import { Injectable } from '@nestjs/common';
import { Entitlements } from '../../../accounts/index.js';
import { Config } from '../../../kernel/config/index.js';
import type { RequestContext } from '../../../kernel/context/index.js';
import { inLocale, type LocalizedText } from '../../../kernel/errors/index.js';
import { AppLogger } from '../../../kernel/observability/index.js';
import { readKeys } from '../../calls/merge/project-call.js';
import { CallAssistants, type CallAssistant } from '../../tools/call-assistants.js';
import { factsOf } from './reading/read-vapi-event.js';
import type { VapiMessage } from './reading/vapi-message.js';
import { vapiConfig } from './vapi.config.js';

/** Who answers, or what the caller hears instead. */
type DoorAnswer = { assistantId: string } | { error: string };

const notInService =
  'Ce numéro n’est pas encore en service. Merci de rappeler plus tard. This number is not in service yet. Please call again later.';
const closed: LocalizedText = {
  en: 'We cannot take your call right now. Please call again later.',
  fr: 'Nous ne pouvons pas prendre votre appel pour le moment. Merci de rappeler plus tard.',
};

/** Decides, when the phone rings, which assistant answers: Vapi waits 7.5 s for it, then drops the call. */
@Injectable()
export class VapiDoor {
  constructor(
    private readonly assistants: CallAssistants,
    private readonly entitlements: Entitlements,
    private readonly config: Config,
    private readonly log: AppLogger,
  ) {}

  async answer(ctx: RequestContext, message: VapiMessage): Promise<DoorAnswer> {
    const startedAt = performance.now();
    const answer = await this.inTime(this.decide(ctx, message), startedAt).catch((error: unknown) => {
      this.log.error('vapi.webhook.assistant_request', { callId: message.callKey, outcome: 'failed', error });
      return { error: inLocale(closed, 'fr') };
    });
    const outcome = 'error' in answer ? 'refused' : 'answered';
    const durationMs = Math.round(performance.now() - startedAt);
    this.log.info('vapi.webhook.assistant_request', { callId: message.callKey, outcome, durationMs });
    return answer;
  }

  private async decide(ctx: RequestContext, message: VapiMessage): Promise<DoorAnswer> {
    const { assistant, locale } = await this.assistants.find(ctx, dialled(message));
    if (!assistant) return { error: notInService };
    const allowed = await this.mayAnswer(ctx, assistant);
    if (!allowed || assistant.vapiAssistantId === null) return { error: inLocale(closed, locale) };
    return { assistantId: assistant.vapiAssistantId };
  }

  private async mayAnswer(ctx: RequestContext, assistant: CallAssistant): Promise<boolean> {
    if (!assistant.active) return false;
    return (await this.entitlements.check(ctx, { feature: 'call' })).allowed;
  }

  private inTime(decision: Promise<DoorAnswer>, startedAt: number): Promise<DoorAnswer> {
    const { doorDeadlineMs } = this.config.get(vapiConfig);
    return new Promise((resolve, reject) => {
      const waited = performance.now() - startedAt;
      const timer = setTimeout(() => reject(new Error('Nobody could be found in time.')), doorDeadlineMs - waited);
      decision.then(resolve, reject).finally(() => clearTimeout(timer));
    });
  }
}

function dialled(message: VapiMessage) {
  const { evidence } = factsOf(message, message.callKey ?? '');
  const { vapiPhoneNumberId, lineNumber } = readKeys(evidence);
  return { vapiAssistantId: null, vapiPhoneNumberId, lineNumber };
}
