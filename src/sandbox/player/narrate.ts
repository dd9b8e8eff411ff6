import { inLocale, type Locale, type LocalizedText } from '../../kernel/errors/index.js';
import type { CallScript } from '../caller/call-script.js';
import type { Analysis, CallState, Moment } from '../caller/moment.js';
import type { Scenario, Speaker } from '../caller/scenario.js';
import type { PlayedCall, PlayedEvent } from './play-call.js';
import type { Delivery } from './webhook-sender.js';

/** Says in one line each what the sandbox sends. */
export class Narrator {
  constructor(private readonly locale: Locale) {}

  beginning({ scenario, callId, fromNumber, toNumber }: CallScript): string {
    return `☎  ${scenario.key}: ${fromNumber} → ${toNumber} (${callId})\n   ${this.say(scenario.title)}`;
  }

  event(scenario: Scenario, { event, delivery, toolAnswer }: PlayedEvent): string {
    const { message } = event.write();
    const line = `${minutesAndSeconds(event.moment.atMs)}  ${message.type.padEnd(24)} ${this.what(event.moment, scenario)}`;
    const heard = toolAnswer === undefined ? '' : `\n${' '.repeat(33)}↳ ${this.quote(toolAnswer)}`;
    return `${line}  [${this.outcome(delivery)}]${heard}`;
  }

  retry({ status, waitMs }: { status: number | undefined; waitMs: number }): string {
    const seconds = waitMs / 1000;
    const why = status ?? this.say({ en: 'no answer', fr: 'pas de réponse' });
    return `       ${this.say({ en: `${why}, again in ${seconds} s`, fr: `${why}, nouvel essai dans ${seconds} s` })}`;
  }

  ending({ sent, undelivered }: PlayedCall): string {
    if (undelivered === 0) {
      return this.say({ en: `   ${sent} webhooks, all delivered.`, fr: `   ${sent} webhooks, tous livrés.` });
    }
    return this.say({
      en: `   ${sent} webhooks, ${undelivered} not delivered.`,
      fr: `   ${sent} webhooks, dont ${undelivered} non livrés.`,
    });
  }

  private what(moment: Moment, scenario: Scenario): string {
    switch (moment.kind) {
      case 'status':
        return this.status(moment.status, scenario);
      case 'speech':
        return `${this.speaker(moment.role, scenario)} ${this.say(speech[moment.status])}`;
      case 'transcript':
        return this.spoken(moment.role, moment.part === 'final' ? moment.text : `${moment.text}…`, scenario);
      case 'tool':
        return `${moment.request.name} ${JSON.stringify(moment.request.arguments)}`;
      case 'transfer':
        return `→ ${moment.to}`;
      case 'language':
        return moment.language;
      case 'report':
        return this.report(moment.analysis);
      case 'conversation':
      case 'hang':
      case 'interrupted':
        return this.say(plain[moment.kind]);
    }
  }

  private status(status: CallState, { ending }: Scenario): string {
    const text = this.say(statuses[status]);
    return status === 'ended' ? `${text} (${ending.reason})` : text;
  }

  private report({ summary, satisfaction }: Analysis): string {
    const stars = satisfaction === undefined ? '' : ` ${'★'.repeat(satisfaction)}${'☆'.repeat(5 - satisfaction)}`;
    const text = summary ?? this.say({ en: 'cost and times', fr: 'coût et durées' });
    return `${text}${stars}`;
  }

  private speaker(role: Speaker, { caller }: Scenario): string {
    return role === 'user' ? caller.name : this.say({ en: 'Assistant', fr: 'Assistante' });
  }

  private spoken(role: Speaker, text: string, scenario: Scenario): string {
    const colon = this.locale === 'fr' ? ' :' : ':';
    return `${this.speaker(role, scenario)}${colon} ${this.quote(text)}`;
  }

  private outcome({ status, attempts, durationMs }: Delivery): string {
    const answer = status ?? this.say({ en: 'no answer', fr: 'pas de réponse' });
    const tries = attempts === 1 ? '' : this.say({ en: `, attempt ${attempts}`, fr: `, essai n° ${attempts}` });
    return `${answer}, ${Math.round(durationMs)} ms${tries}`;
  }

  private quote(text: string): string {
    return this.locale === 'fr' ? `« ${text} »` : `“${text}”`;
  }

  private say(text: LocalizedText): string {
    return inLocale(text, this.locale);
  }
}

const statuses: Readonly<Record<CallState, LocalizedText>> = {
  queued: { en: 'about to call', fr: 'appel en préparation' },
  ringing: { en: 'it rings', fr: 'ça sonne' },
  'in-progress': { en: 'picked up', fr: 'décroché' },
  forwarding: { en: 'put through', fr: 'transféré' },
  ended: { en: 'call over', fr: 'appel terminé' },
};

const speech: Readonly<Record<'started' | 'stopped', LocalizedText>> = {
  started: { en: 'starts speaking', fr: 'prend la parole' },
  stopped: { en: 'stops speaking', fr: 'se tait' },
};

const plain: Readonly<Record<'conversation' | 'hang' | 'interrupted', LocalizedText>> = {
  conversation: { en: 'the conversation so far', fr: 'la conversation jusqu’ici' },
  hang: { en: 'the assistant is silent for too long', fr: 'l’assistante se tait trop longtemps' },
  interrupted: { en: 'the caller talks over the assistant', fr: 'l’appelant coupe la parole à l’assistante' },
};

function minutesAndSeconds(ms: number): string {
  const seconds = Math.floor(ms / 1000);
  return `${String(Math.floor(seconds / 60)).padStart(2, '0')}:${String(seconds % 60).padStart(2, '0')}`;
}
