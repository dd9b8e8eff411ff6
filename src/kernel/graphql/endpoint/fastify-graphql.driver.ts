import { Injectable } from '@nestjs/common';
import { AbstractGraphQLDriver, type GqlModuleOptions } from '@nestjs/graphql';
import type { GraphQLSchema } from 'graphql';
import { eventsThatPass } from '../subscriptions/filtered-events.js';

export interface DriverOptions extends GqlModuleOptions {
  /** Opens the server for a schema and says how to stop it. */
  serve: (schema: GraphQLSchema) => Promise<() => Promise<void>>;
}

type Filter = (payload: unknown, variables: unknown, context: unknown) => boolean | Promise<boolean>;

/**
 * Between Nest, which builds the schema from classes, and `GraphqlServer`. Nest's own Apollo driver hands the request to
 * Apollo's HTTP front, which fails three audits of GraphQL over HTTP and knows neither the reader's language nor who
 * asks when it words an error.
 */
@Injectable()
export class FastifyGraphqlDriver extends AbstractGraphQLDriver<DriverOptions> {
  #stop: (() => Promise<void>) | undefined;

  override async start({ schema, serve }: DriverOptions): Promise<void> {
    if (!schema) throw new Error('The schema was not built.');
    this.#stop = await serve(schema);
  }

  override async stop(): Promise<void> {
    await this.#stop?.();
  }

  /** `@Subscription({ filter })` */
  override subscriptionWithFilter(
    resolver: unknown,
    filter: Filter,
    createSubscribe: () => (...args: unknown[]) => Promise<AsyncIterable<unknown>>,
  ): (...args: unknown[]) => Promise<AsyncIterable<unknown>> {
    const subscribe = createSubscribe();
    return async (...args) => {
      const [, variables, context] = args;
      return eventsThatPass(await subscribe(...args), (event) => filter.call(resolver, event, variables, context));
    };
  }
}
