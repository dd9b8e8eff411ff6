import { sha256 } from '../../../../kernel/crypto/index.js';
import { Fields } from './fields.js';

/** A server message of Vapi, with older names brought to today's. */
export interface VapiMessage {
  /** Today's name: `call.started` reads `status-update`. */
  kind: string;
  /** As sent. */
  type: string;
  message: Fields;
  call: Fields;
  /** Vapi's id of the call; absent in messages that concern no call. */
  callKey: string | undefined;
  /** When Vapi sent it, else when it arrived; in milliseconds since 1970. */
  at: number;
  /** What the type says beside its kind: `call.started` is `in-progress`, a filtered transcript `final`. */
  implied: string | undefined;
}

interface Alias {
  kind: string;
  implied: string;
}

const finalTranscript: Alias = { kind: 'transcript', implied: 'final' };

/** Names that no Vapi of today sends, and the filtered subscription that can come back as a type. */
const aliases: Readonly<Record<string, Alias>> = {
  'call.started': { kind: 'status-update', implied: 'in-progress' },
  'call.ringing': { kind: 'status-update', implied: 'ringing' },
  'call.ended': { kind: 'status-update', implied: 'ended' },
  'transcript.updated': finalTranscript,
  'transcript[transcriptType="final"]': finalTranscript,
  "transcript[transcriptType='final']": finalTranscript,
};

/** Bodies are `{ message: { type, … } }`; older senders leave out the envelope. Null when there is no type. */
export function readVapiMessage(body: unknown, receivedAt: Date): VapiMessage | null {
  const envelope = Fields.of(body);
  const message = envelope.has('message') ? envelope.at('message') : envelope;
  const type = message.text('type', longestType);
  if (type === undefined) return null;
  const call = message.at('call');
  const alias = Object.hasOwn(aliases, type) ? aliases[type] : undefined;
  return {
    kind: alias?.kind ?? type,
    type,
    message,
    call,
    callKey: indexable(call.text('id') ?? message.text('callId')),
    at: message.time('timestamp') ?? receivedAt.getTime(),
    implied: alias?.implied,
  };
}

const longestType = 200;
const longestKey = 200;

/** An index entry may have 2.7 kB; what is longer than any id of Vapi's stands there as its hash. */
export function indexable(id: string | undefined): string | undefined {
  return id === undefined || id.length <= longestKey ? id : `sha256:${sha256(id).toString('hex')}`;
}
