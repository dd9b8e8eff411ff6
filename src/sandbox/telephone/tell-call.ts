import { inLocale, type Locale, type LocalizedText } from '../../kernel/errors/index.js';
import type { DialogueLine, TwilioCallOutcome } from '../twilio/call/played-call.js';

/** Says in one line each what is heard in a call that Twilio puts through. */
export class CallTeller {
  constructor(
    private readonly locale: Locale,
    private readonly caller: string,
  ) {}

  beginning({ from, to }: { from: string; to: string }): string {
    return `☎  Twilio: ${from} → ${to}`;
  }

  line({ atMs, who, text }: DialogueLine): string {
    const quoted = this.locale === 'fr' ? ` : « ${text} »` : `: “${text}”`;
    return `${minutesAndSeconds(atMs)}  ${who === 'caller' ? this.caller : this.say(speakers[who])}${quoted}`;
  }

  ending({ sid, status, seconds, requests, alerts }: TwilioCallOutcome): string {
    const end = this.say({
      en: `   ${sid}: ${status} after ${seconds} s, ${requests.length} requests to the server.`,
      fr: `   ${sid} : ${status} après ${seconds} s, ${requests.length} requêtes au serveur.`,
    });
    return [end, ...alerts.map((alert) => `   ${alert.error_code}  ${alert.alert_text}`)].join('\n');
  }

  refusedByVapi(): string {
    return this.say({
      en: '   Vapi does not know this number; Twilio turns to the fallback address.',
      fr: '   Vapi ne connaît pas ce numéro ; Twilio s’adresse à l’adresse de secours.',
    });
  }

  private say(text: LocalizedText): string {
    return inLocale(text, this.locale);
  }
}

const speakers: Readonly<Record<Exclude<DialogueLine['who'], 'caller'>, LocalizedText>> = {
  line: { en: 'Assistant', fr: 'Assistante' },
  callee: { en: 'Colleague', fr: 'Collègue' },
  whisper: { en: 'To the colleague', fr: 'Au collègue' },
};

function minutesAndSeconds(ms: number): string {
  const seconds = Math.floor(ms / 1000);
  return `${String(Math.floor(seconds / 60)).padStart(2, '0')}:${String(seconds % 60).padStart(2, '0')}`;
}
