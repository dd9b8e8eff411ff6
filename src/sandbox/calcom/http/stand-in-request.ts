import type { z } from 'zod';
import { invalid, refusal } from '../refusal.js';

/** A request as routes see it. */
export interface StandInRequest {
  readonly method: string;
  /** Without the vendor's host before it and the query behind it: `/v2/bookings/abc`. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly version: string | undefined;
  /** Whether it came with the account's key. */
  readonly isSignedIn: boolean;
  readonly body: unknown;
  /** What stands in the path where the route has a name. */
  readonly parts: readonly string[];
  /** The answer is to be the state before the last change. */
  readonly isStale: boolean;
  /** Takes as long as an answer is to take; null where that is no time. */
  readonly pause: (() => Promise<void>) | null;
}

export interface StandInReply {
  readonly status: number;
  readonly body: unknown;
}

export type Handler = (request: StandInRequest) => Promise<StandInReply> | StandInReply;

export interface Route {
  readonly method: string;
  /** `/v2/bookings/:uid/cancel` */
  readonly path: string;
  /** The versions of the API that know it; none where the header is not looked at. */
  readonly versions?: readonly string[] | undefined;
  /** What everybody may ask without a key. */
  readonly isPublic?: boolean | undefined;
  /** It lets the time of an answer pass where something can happen meanwhile. */
  readonly pausesItself?: boolean | undefined;
  readonly handle: Handler;
  /** What a request of another version gets, which then means 2024-04-15; 404 where that version lacks it. */
  readonly handleOld?: Handler | undefined;
}

export function success(data: unknown, status = 200): StandInReply {
  return { status, body: { status: 'success', data } };
}

/** @throws Refusal 400 with all that is wrong. */
export function bodyAs<T>(schema: z.ZodType<T>, { body }: StandInRequest): T {
  const parsed = schema.safeParse(body ?? {});
  if (parsed.success) return parsed.data;
  throw invalid(
    parsed.error.issues.map(({ path, message }) => `${path.join('.')}${path.length > 0 ? ': ' : ''}${message}`),
  );
}

/** @throws Refusal 400 */
export function numberIn(request: StandInRequest, name: string, { least, most }: { least: number; most: number }) {
  const text = request.query.get(name);
  if (text === null) return undefined;
  const value = Number(text);
  if (Number.isInteger(value) && value >= least && value <= most) return value;
  throw refusal(400, `${name} must be a number from ${least} to ${most}`);
}

export function idIn({ parts }: StandInRequest, index = 0): number {
  const value = Number(parts[index]);
  if (Number.isInteger(value)) return value;
  throw refusal(400, 'Validation failed (numeric string is expected)');
}

export function textIn({ parts }: StandInRequest, index = 0): string {
  return parts[index] ?? '';
}
