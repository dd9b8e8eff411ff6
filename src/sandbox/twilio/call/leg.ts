import type { Call } from '../state/call.js';
import type { Alert } from '../state/other-resources.js';
import { rfc2822 } from '../state/rfc2822.js';
import type { TwilioAccount } from '../state/twilio-account.js';
import type { Caller } from './caller.js';
import { callForm } from './call-form.js';
import type { LiveCalls } from './live-calls.js';
import type { DialogueLine, SentWebhook } from './played-call.js';
import type { DialledEnd } from './scenario.js';
import type { StatusCallbacks } from './status-callbacks.js';
import { speechMs, type Timeline } from './timeline.js';
import type { WebhookAnswer, Webhooks } from './webhooks.js';

/** What the legs of a call share. */
export interface CallParts {
  readonly account: TwilioAccount;
  readonly webhooks: Webhooks;
  readonly timeline: Timeline;
  readonly live: LiveCalls;
  readonly statusCallbacks: StatusCallbacks;
  readonly dialogue: DialogueLine[];
  readonly onLine: ((line: DialogueLine) => void) | undefined;
  readonly alerts: Alert[];
  /** What becomes of the numbers that are dialled, each in its turn. */
  readonly dialled: DialledEnd[];
}

interface Own {
  readonly call: Call;
  readonly caller: Caller;
  readonly fallback: { readonly url: string; readonly method: 'GET' | 'POST' } | null;
  /** Said in each webhook. */
  readonly extra: Readonly<Record<string, string | undefined>>;
  /** Who is heard on it. */
  readonly voice: 'line' | 'whisper';
}

type Extra = Readonly<Record<string, string | undefined>>;

interface Fetch {
  readonly purpose: SentWebhook['purpose'];
  readonly url: string;
  readonly method: 'GET' | 'POST';
  readonly extra?: Extra | undefined;
}

/** One leg of a call that is being played: what is asked of servers in its name, and what is heard on it. */
export class Leg {
  #answeredAtMs: number | null = null;

  constructor(
    readonly parts: CallParts,
    readonly own: Own,
  ) {}

  get isAnswered(): boolean {
    return this.#answeredAtMs !== null;
  }

  /** Since it was answered. */
  get seconds(): number {
    if (this.#answeredAtMs === null) return 0;
    return Math.max(1, Math.round((this.parts.timeline.elapsedMs - this.#answeredAtMs) / 1000));
  }

  answer(): void {
    if (this.isAnswered) return;
    const { account, timeline } = this.parts;
    this.#answeredAtMs = timeline.elapsedMs;
    account.changeCall(this.own.call, { status: 'in-progress', start_time: rfc2822(account.now()) });
  }

  form(extra: Extra = {}): URLSearchParams {
    const status = this.isAnswered ? 'in-progress' : 'ringing';
    return callForm(this.own.call, status, { ...this.own.extra, ...extra });
  }

  async fetch({ purpose, url, method, extra }: Fetch): Promise<WebhookAnswer> {
    const { webhooks, timeline } = this.parts;
    const isSound = purpose === 'sound';
    const form = isSound ? new URLSearchParams() : this.form(extra);
    const answer = await timeline.during(webhooks.ask({ purpose, url, method, form, atMs: timeline.elapsedMs }));
    if (!isSound) this.note(answer);
    return answer;
  }

  /** Says it, and how long it takes. */
  async says(
    text: string,
    how: { language?: string | undefined; voice?: string | undefined },
    share = 1,
  ): Promise<void> {
    this.heard({ text, ...how, ...(share < 1 && { isCut: true }) });
    await this.parts.timeline.pass(speechMs(text) * share);
  }

  heard(line: Omit<DialogueLine, 'atMs' | 'who'>): void {
    this.own.caller.hears(line.text);
    this.add({ ...line, who: this.own.voice });
  }

  async callerSays(text: string): Promise<void> {
    this.add({ who: this.own.voice === 'whisper' ? 'callee' : 'caller', text });
    await this.parts.timeline.pass(speechMs(text));
  }

  /** What Twilio writes into its log. */
  alert(code: number, text: string, sent?: SentWebhook): void {
    const { account, alerts } = this.parts;
    const about = { error_code: String(code), alert_text: text, resource_sid: this.own.call.sid };
    const log_level = warnings.includes(code) ? 'warning' : 'error';
    alerts.push(account.addAlert({ ...about, log_level, ...(sent && asAlertHasIt(sent)) }));
  }

  private add(line: Omit<DialogueLine, 'atMs'>): void {
    const heard = { atMs: this.parts.timeline.elapsedMs, ...line };
    this.parts.dialogue.push(heard);
    this.parts.onLine?.(heard);
  }

  private note({ sent }: WebhookAnswer): void {
    const { account } = this.parts;
    account.addEvent({
      call_sid: this.own.call.sid,
      request: { method: sent.method, url: sent.url, parameters: Object.fromEntries(sent.form) },
      response: {
        response_code: sent.status,
        request_duration: Math.round(sent.tookMs),
        content_type: sent.contentType,
        response_body: sent.body,
        date_created: rfc2822(account.now()),
      },
    });
  }
}

/** Codes with which a call goes on as if nothing was. */
const warnings = [12200, 13335];

function asAlertHasIt({ method, url, form, body, contentType }: SentWebhook) {
  return {
    request_method: method,
    request_url: url,
    request_variables: form.toString(),
    response_body: body,
    response_headers: contentType === null ? '' : `Content-Type=${contentType}`,
  };
}
