/** How a scripted call is set up; every id is its own, so that scripts do not meet. */
export interface ScriptOptions {
  callId: string;
  /** When the call is made, in milliseconds since 1970. */
  from: number;
  type: 'inboundPhoneCall' | 'outboundPhoneCall' | 'webCall';
  customer?: Record<string, unknown> | undefined;
  assistantId?: string | undefined;
  phoneNumberId?: string | undefined;
}

export interface VapiBody {
  message: Record<string, unknown>;
}

type Line = readonly [role: 'bot' | 'user', text: string, seconds: number];

/** Writes the webhook bodies of one call as Vapi sends them, each with the call as it was created. */
export class CallScript {
  readonly bodies: VapiBody[] = [];

  constructor(readonly options: ScriptOptions) {}

  say(type: string, seconds: number, members: Record<string, unknown> = {}): this {
    this.bodies.push({ message: { timestamp: this.at(seconds), type, ...members, ...this.context() } });
    return this;
  }

  status(status: string, seconds: number, members: Record<string, unknown> = {}): this {
    return this.say('status-update', seconds, { status, ...members });
  }

  /** Utterances as final transcripts, each preceded by a partial one. */
  talk(lines: readonly Line[]): this {
    for (const [role, transcript, seconds] of lines) {
      const who = role === 'bot' ? 'assistant' : 'user';
      this.say('transcript', seconds - 0.4, {
        role: who,
        transcriptType: 'partial',
        transcript: transcript.slice(0, 9),
      });
      this.say('transcript', seconds, { role: who, transcriptType: 'final', transcript });
    }
    return this;
  }

  toolCall({ id, name, args }: { id: string; name: string; args: Record<string, unknown> }, seconds: number): this {
    const call = { id, type: 'function', function: { name, arguments: args } };
    return this.say('tool-calls', seconds, {
      toolCalls: [call],
      toolCallList: [call],
      toolWithToolCallList: [
        { type: 'function', function: { name }, server: { url: 'https://example.test' }, toolCall: call },
      ],
    });
  }

  report(seconds: number, members: Record<string, unknown>): this {
    return this.say('end-of-call-report', seconds, members);
  }

  at(seconds: number): number {
    return this.options.from + Math.round(seconds * 1000);
  }

  iso(seconds: number): string {
    return new Date(this.at(seconds)).toISOString();
  }

  artifact(lines: readonly Line[], extra: Record<string, unknown> = {}) {
    const messages = lines.map(([role, message, seconds]) => ({
      role,
      message,
      time: this.at(seconds),
      endTime: this.at(seconds + 1),
      secondsFromStart: seconds,
    }));
    return {
      messages: [
        { role: 'system', message: 'You are the front desk.', time: this.at(0), secondsFromStart: 0 },
        ...messages,
      ],
      transcript: lines.map(([role, text]) => `${role === 'bot' ? 'AI' : 'User'}: ${text}\n`).join(''),
      ...extra,
    };
  }

  private context(): Record<string, unknown> {
    const { callId, type, customer, assistantId, phoneNumberId } = this.options;
    const phone =
      type === 'webCall' ? {} : { phoneCallProvider: 'twilio', phoneCallProviderId: `CA${callId.slice(0, 8)}` };
    const number = {
      id: phoneNumberId,
      orgId: 'org-1',
      provider: 'twilio',
      number: '+33123456789',
      twilioAccountSid: 'AC0',
      createdAt: this.iso(0),
      updatedAt: this.iso(0),
    };
    return {
      call: {
        id: callId,
        orgId: 'org-1',
        type,
        status: type === 'inboundPhoneCall' ? 'ringing' : 'queued',
        cost: 0,
        createdAt: this.iso(0),
        updatedAt: this.iso(0),
        ...phone,
        assistantId,
        phoneNumberId,
        customer,
      },
      assistant: { name: 'Front desk', model: { provider: 'openai', model: 'gpt-4' } },
      ...(customer && { customer }),
      ...(phoneNumberId !== undefined && { phoneNumber: number }),
    };
  }
}
