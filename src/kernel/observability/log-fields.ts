import { AsyncLocalStorage } from 'node:async_hooks';
import type { RequestContext } from '../context/index.js';

export type LogFields = Readonly<Record<string, unknown>>;

const storage = new AsyncLocalStorage<Record<string, unknown>>();

/**
 * Runs `work` so that every line logged inside it, however deep and however late, has these fields.
 * Nested calls add to the fields of the outer one.
 *
 * @example
 * withLogFields(logFieldsOf(ctx), () => this.calls.end(ctx, id));
 */
export function withLogFields<T>(fields: LogFields, work: () => T): T {
  return storage.run({ ...storage.getStore(), ...fields }, work);
}

/** Adds what became known on the way, such as `callId`, to the lines of the running `withLogFields`, from now on. */
export function addLogFields(fields: LogFields): void {
  const store = storage.getStore();
  if (store) Object.assign(store, fields);
}

export function currentLogFields(): LogFields {
  return storage.getStore() ?? {};
}

/** The fields by which operators follow one request or job through the log. */
export function logFieldsOf(ctx: Pick<RequestContext, 'requestId' | 'workspaceId' | 'trace'>): LogFields {
  const { traceId, spanId } = ctx.trace;
  return { requestId: ctx.requestId, workspaceId: ctx.workspaceId, traceId, spanId };
}
