import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import type { RequestContext } from '../context/index.js';
import { AppError } from '../errors/index.js';
import { AppLogger } from '../observability/index.js';
import { eventOfHandler, type EventDefinition } from './event-definition.js';

interface FoundHandler {
  readonly event: EventDefinition;
  readonly name: string;
  call(ctx: RequestContext, payload: unknown): Promise<unknown>;
}

/**
 * Facts between modules, in this process, after the commit. Nothing keeps them: who publishes from a job publishes again
 * when the job runs again, and handlers bear that. What must happen even if the process dies right now is a job.
 */
@Injectable()
export class Events implements OnModuleInit {
  #handlers: FoundHandler[] = [];

  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
    private readonly reflector: Reflector,
    private readonly log: AppLogger,
  ) {}

  onModuleInit(): void {
    this.#handlers = this.discovery.getProviders().flatMap((wrapper) => {
      const instance: unknown = wrapper.isDependencyTreeStatic() ? wrapper.instance : undefined;
      return typeof instance === 'object' && instance !== null ? this.#handlersOf(instance) : [];
    });
  }

  /**
   * Calls every handler, one after the other; one that fails does not keep the others from their turn.
   *
   * @throws the error of a handler, after all had their turn: one that another attempt may cure, if there is any.
   */
  async publish<P>(ctx: RequestContext, event: EventDefinition<P>, payload: P): Promise<void> {
    if (ctx.tx)
      throw new Error(`The event "${event.name}" was published inside a transaction: publish it after the commit.`);
    const facts = event.payload.parse(payload);
    const errors: unknown[] = [];
    for (const handler of this.#handlers.filter((candidate) => candidate.event === event)) {
      try {
        await handler.call(ctx, facts);
      } catch (error) {
        errors.push(error);
        this.log.error('event.handler_failed', { name: event.name, handler: handler.name, error });
      }
    }
    if (errors.length > 0) throw errors.find(isCurable) ?? errors[0];
  }

  #handlersOf(instance: object): FoundHandler[] {
    const prototype: unknown = Object.getPrototypeOf(instance);
    if (typeof prototype !== 'object' || prototype === null) return [];
    return this.scanner.getAllMethodNames(prototype).flatMap((key): FoundHandler[] => {
      const method: unknown = Reflect.get(instance, key);
      const event = typeof method === 'function' ? this.reflector.get(eventOfHandler, method) : undefined;
      if (typeof method !== 'function' || !event) return [];
      const call = async (...args: unknown[]): Promise<unknown> => Reflect.apply(method, instance, args);
      return [{ event, name: `${instance.constructor.name}.${key}`, call }];
    });
  }
}

function isCurable(error: unknown): boolean {
  return !(error instanceof AppError) || error.retryable;
}
