import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import { Injectable } from '@nestjs/common';
import type { GraphQLSchema } from 'graphql';

export interface DriverOptions extends ApolloDriverConfig {
  /** Opens the server for a schema and says how to stop it. */
  serve: (schema: GraphQLSchema) => Promise<() => Promise<void>>;
}

/**
 * Nest's Apollo driver with another HTTP front: Apollo's own fails three audits of GraphQL over HTTP, and knows neither
 * the reader's language nor who asks when it words an error (docs/adr/0004-graphql-front.md).
 */
@Injectable()
export class FastifyGraphqlDriver extends ApolloDriver {
  #stop: (() => Promise<void>) | undefined;

  override async start({ schema, serve }: DriverOptions): Promise<void> {
    if (!schema) throw new Error('The schema was not built.');
    this.#stop = await serve(schema);
  }

  override async stop(): Promise<void> {
    await this.#stop?.();
  }
}
