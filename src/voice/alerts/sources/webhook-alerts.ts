import { Injectable } from '@nestjs/common';
import { AccountsFacade } from '../../../accounts/index.js';
import type { RequestContext } from '../../../kernel/context/index.js';
import type { Locale } from '../../../kernel/errors/index.js';
import { toGlobalId } from '../../../kernel/graphql/index.js';
import { endpointPrefix } from '../../../webhooks/index.js';
import type { NewAlert } from '../alert.js';
import { Alerts } from '../alerts.service.js';
import type { AlertSource } from './alert-source.js';
import { UnheardCalls, type Hearing } from './unheard-calls.repository.js';

/** Clocks differ, and an end is told after it. */
const toleranceMs = 2 * 60_000;
const key = 'vapi';

/**
 * Calls have ended at Vapi whose reports had to be fetched, since nothing has come by itself from then on; it is over with
 * the next event.
 */
@Injectable()
export class WebhookAlerts implements AlertSource {
  constructor(
    private readonly calls: UnheardCalls,
    private readonly alerts: Alerts,
    private readonly accounts: AccountsFacade,
  ) {}

  async review(ctx: RequestContext, now: Date): Promise<void> {
    const hearing = await this.calls.hearing(ctx, now);
    if (hasStopped(hearing)) {
      const { timeZone } = await this.accounts.findWorkspace(ctx);
      await this.alerts.raise(ctx, { ...stopped(hearing, timeZone), at: now });
    } else if (hearing.lastEvent) {
      await this.alerts.resolve(ctx, { kind: 'WEBHOOKS_STOPPED', key, before: hearing.lastEvent });
    }
  }
}

/** What no event has told can only have been fetched. */
function hasStopped({ lastEnd, lastEvent }: Pick<Hearing, 'lastEnd' | 'lastEvent'>): boolean {
  if (!lastEnd) return false;
  return !lastEvent || lastEvent.getTime() < lastEnd.getTime() - toleranceMs;
}

function stopped({ lastEvent, endpointId }: Hearing, timeZone: string): NewAlert {
  const since = (locale: Locale) => lastEvent && moment(lastEvent, { locale, timeZone });
  return {
    kind: 'WEBHOOKS_STOPPED',
    key,
    targetId: endpointId === null ? null : toGlobalId(endpointPrefix, endpointId),
    message: {
      en: `Vapi has told us nothing since ${since('en') ?? 'more than two days ago'}, though calls have ended there.`,
      fr: `Vapi ne nous a rien transmis depuis ${since('fr') ?? 'plus de deux jours'}, alors que des appels s’y sont terminés.`,
    },
    advice: {
      en: 'Check that Vapi can reach this server: its public address, the server URL of the assistant, and the secret agreed with it (diagnoseConnection shows each). Calls are fetched meanwhile, but late, and assistants cannot use their tools.',
      fr: 'Vérifiez que Vapi peut joindre ce serveur : son adresse publique, l’URL de serveur de l’assistant et le secret convenu avec lui (diagnoseConnection les montre). En attendant, les appels sont récupérés, mais tard, et les assistants ne peuvent pas se servir de leurs outils.',
    },
  };
}

function moment(at: Date, { locale, timeZone }: { locale: Locale; timeZone: string }): string {
  const tag = locale === 'fr' ? 'fr-FR' : 'en-GB';
  return new Intl.DateTimeFormat(tag, { dateStyle: 'long', timeStyle: 'short', timeZone }).format(at);
}
