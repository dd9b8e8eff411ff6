import { digestOf } from './transcript.js';

/** One use of a tool that the platform ran by itself, as the call's history tells of it. */
export interface NativeUse {
  /** Of everything below; stands in the evidence. */
  digest: string;
  toolCallId: string;
  /** The tool's `type` at Vapi. */
  name: string;
  arguments: Record<string, unknown>;
  /** Null, as `error` is, when the history does not tell how it ended. */
  result: string | null;
  error: string | null;
  /** Milliseconds since 1970. */
  at: number;
  durationMs: number | null;
}

export function nativeUse(told: Omit<NativeUse, 'digest'>): NativeUse {
  const { toolCallId, name, arguments: given, result, error, at, durationMs } = told;
  return { ...told, digest: digestOf(JSON.stringify([toolCallId, name, given, result, error, at, durationMs])) };
}

/** The field of the evidence that names what is believed of a use. */
export function nativeField(toolCallId: string): `native:${string}` {
  return `native:${toolCallId}`;
}
