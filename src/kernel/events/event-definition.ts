import { Reflector } from '@nestjs/core';
import type { z } from 'zod';
import type { RequestContext } from '../context/index.js';

/** A fact in the past tense, with ids. Its publisher's module owns it. */
export interface EventDefinition<P = unknown> {
  /** `module.fact`, unique: `voice.call-ended`. */
  readonly name: string;
  readonly payload: z.ZodType<P, P>;
}

const names = new Set<string>();

/**
 * Declares an event that other modules may want to know of.
 *
 * @example
 * export const callEnded = defineEvent('voice.call-ended', z.object({ callId: z.uuid() }));
 */
export function defineEvent<P>(name: string, payload: z.ZodType<P, P>): EventDefinition<P> {
  if (names.has(name)) throw new Error(`The event "${name}" is declared twice.`);
  names.add(name);
  return { name, payload };
}

/** Marks which event a method handles; read at boot. */
export const eventOfHandler = Reflector.createDecorator<EventDefinition>();

type EventHandler<P> = (ctx: RequestContext, payload: P) => Promise<void>;

/**
 * Calls a method of a provider when the event is published in this process. It may be called again with the same facts.
 *
 * @example
 * @OnEvent(callEnded)
 * async scheduleFollowUp(ctx: RequestContext, { callId }: CallEnded) { … }
 */
export function OnEvent<P>(event: EventDefinition<P>) {
  return <H extends EventHandler<P>>(target: object, key: string, descriptor: TypedPropertyDescriptor<H>): void => {
    eventOfHandler(event)(target, key, descriptor);
  };
}
