import { z } from 'zod';
import { InvalidInput } from '../../../../kernel/errors/index.js';
import type { RawRequest, ReadEvent } from '../../../../webhooks/index.js';
import type { Heard } from '../../../conversation/hearing.js';

export const twilioKinds = ['incoming', 'process', 'status'] as const;
export type TwilioKind = (typeof twilioKinds)[number];

/** Where Twilio asks, in the order in which a call comes to them. */
export const twilioRoutes = twilioKinds.map((kind) => `/api/voice/webhook/${kind}`);

const place = /^(.*\/api\/voice\/webhook\/)(incoming|process|status)(\/[^/?]+)?\/?(?:\?|$)/;

/** As it is stored. */
const stored = z.object({
  kind: z.enum(twilioKinds),
  query: z.record(z.string(), z.string()),
  form: z.record(z.string(), z.union([z.string(), z.array(z.string())])),
});
type Stored = z.infer<typeof stored>;

/** More than this nobody says in one breath. */
const longestSpeech = 2_000;
const callSid = /^CA[0-9a-fA-F]{32}$/;

export class NotATwilioRequest extends InvalidInput {
  constructor() {
    super('VOICE.NOT_A_TWILIO_REQUEST', {
      en: 'Send the form of a voice webhook of Twilio, with a CallSid.',
      fr: 'Envoyez le formulaire d’un webhook vocal de Twilio, avec un CallSid.',
    });
  }
}

/** What Twilio asks or tells about one call: https://www.twilio.com/docs/voice/twiml#request-parameters */
export class TwilioEvent implements ReadEvent {
  readonly type: string;
  readonly externalId: string;
  readonly dedupKey: string;
  readonly callKey: string;
  readonly precious = true;

  private constructor(
    readonly body: Stored,
    private readonly at: { base: string; endpoint: string },
  ) {
    const { kind, query } = body;
    const asked = ['turn', 'wait', 'dial', 'whisper'].flatMap((name) =>
      query[name] ? [`${name}-${query[name]}`] : [],
    );
    const told = kind === 'status' ? [this.text('CallStatus'), this.text('SequenceNumber')] : [];
    const broken = this.text('ErrorUrl') === '' ? [] : ['after-fault', this.text('ErrorCode')];
    this.type = kind;
    this.callKey = this.callSid;
    this.externalId = [this.callSid, kind, ...asked, ...told, ...broken].filter(Boolean).join(':');
    // Twilio's own token for a repeated request is not always there, and the place in the call says the same.
    this.dedupKey = JSON.stringify(['twilio', this.externalId]);
  }

  /** @throws NotATwilioRequest */
  static read(form: unknown, request: Pick<RawRequest, 'url'>): TwilioEvent {
    const event = TwilioEvent.tryRead(form, request);
    if (!event) throw new NotATwilioRequest();
    return event;
  }

  /** Null for what is none. */
  static tryRead(form: unknown, { url }: Pick<RawRequest, 'url'>): TwilioEvent | null {
    const [, base = '', kind, endpoint = ''] = place.exec(url) ?? [];
    const query = Object.fromEntries(new URL(url).searchParams);
    return TwilioEvent.from({ kind, query, form }, { base, endpoint });
  }

  /** An event as it was stored; it knows no addresses any more. */
  static of(event: ReadEvent | { body: unknown }): TwilioEvent {
    const known = event instanceof TwilioEvent ? event : TwilioEvent.from(event.body, { base: '', endpoint: '' });
    if (!known) throw new NotATwilioRequest();
    return known;
  }

  private static from(body: unknown, at: { base: string; endpoint: string }): TwilioEvent | null {
    const read = stored.safeParse(body);
    const event = read.success ? new TwilioEvent(read.data, at) : null;
    return event && callSid.test(event.callSid) ? event : null;
  }

  get kind(): TwilioKind {
    return this.body.kind;
  }

  /** The call of the person who rang: the leg of a colleague who is called names it in its address. */
  get callSid(): string {
    return this.body.query.call ?? this.text('CallSid');
  }

  /** The number that was dialled. */
  get line(): string {
    return this.body.query.line ?? this.text('To');
  }

  /** A leg to somebody else, of which Twilio tells as of a call of its own. */
  get isOtherLeg(): boolean {
    return this.text('ParentCallSid') !== '' || this.whisper !== null;
  }

  get turn(): number {
    return this.count('turn') ?? 0;
  }

  /** How often the caller has been asked for patience in this turn. */
  get wait(): number {
    return this.count('wait') ?? 0;
  }

  /** The turn that follows a transfer, once that has ended. */
  get afterDial(): number | null {
    return this.count('dial');
  }

  /** The turn in whose transfer a colleague has just picked up. */
  get whisper(): number | null {
    return this.count('whisper');
  }

  /** Whether Twilio could not get or read the answer before this one. */
  get afterFault(): boolean {
    return this.text('ErrorUrl') !== '';
  }

  get heard(): Heard {
    const words = this.text('SpeechResult').trim().slice(0, longestSpeech);
    const confidence = Number.parseFloat(this.text('Confidence'));
    return { words: words === '' ? null : words, confidence: Number.isFinite(confidence) ? confidence : null };
  }

  text(name: string): string {
    const value = this.body.form[name];
    return (typeof value === 'string' ? value : (value?.[0] ?? '')).replaceAll('\0', '');
  }

  /** An address of this server for the same endpoint. */
  address(kind: TwilioKind, query: Readonly<Record<string, string | number>>): string {
    const pairs = Object.entries(query).map(([name, value]): [string, string] => [name, String(value)]);
    return `${this.at.base}${kind}${this.at.endpoint}?${new URLSearchParams(pairs).toString()}`;
  }

  private count(name: string): number | null {
    const value = this.body.query[name] ?? '';
    return /^\d{1,4}$/.test(value) ? Number(value) : null;
  }
}

/** Of a stored body what people may see: no tokens, no SIP headers. */
export function redactTwilioBody(body: unknown): unknown {
  const read = stored.safeParse(body);
  if (!read.success) return {};
  const { kind, query, form } = read.data;
  const shown = Object.entries(form).filter(([name]) => !/^(CallToken$|Sip)/.test(name));
  return { kind, query, form: Object.fromEntries(shown) };
}
