import { Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { GraphQLModule } from '@nestjs/graphql';
import { WebModule } from '../web/index.js';
import { FastifyGraphqlDriver, type DriverOptions } from './endpoint/fastify-graphql.driver.js';
import { GraphqlServer } from './graphql-server.js';
import { NodeRegistry } from './nodes/node-registry.js';
import { NodeQueryResolver } from './nodes/node.resolver.js';
import { leavePlainFields } from './schema/plain-fields.js';
import { schemaOptions } from './schema/schema-options.js';

@Module({ imports: [WebModule], providers: [GraphqlServer], exports: [GraphqlServer] })
class GraphqlServerModule {}

/** The GraphQL API over the resolvers of all modules. Part of the HTTP process only. */
@Module({
  imports: [
    DiscoveryModule,
    GraphQLModule.forRootAsync<DriverOptions>({
      driver: FastifyGraphqlDriver,
      imports: [GraphqlServerModule],
      inject: [GraphqlServer],
      useFactory: graphqlOptions,
    }),
  ],
  providers: [NodeRegistry, NodeQueryResolver],
})
export class GraphqlModule {}

function graphqlOptions(server: GraphqlServer): Omit<DriverOptions, 'driver'> {
  let explicit: Readonly<Record<string, unknown>> = {};
  return {
    path: '/graphql',
    // In memory; the file is written by `npm run schema`.
    autoSchemaFile: true,
    // The check introspects the whole schema once more at every start; the script that writes the file does it too.
    buildSchemaOptions: { ...schemaOptions(), skipCheck: true },
    fieldResolverEnhancers: [],
    // The page is served by `Playground`.
    graphiql: false,
    stopOnApplicationShutdown: true,
    transformResolvers: (resolvers) => {
      explicit = Object.fromEntries([resolvers].flat().flatMap((group: object) => Object.entries(group)));
      return resolvers;
    },
    transformSchema: (schema) => leavePlainFields(schema, explicit),
    serve: (schema) => server.serve(schema),
  };
}
