import { Injectable } from '@nestjs/common';
import { HttpAdapterHost, ModuleRef } from '@nestjs/core';
import type { FastifyAdapter } from '@nestjs/platform-fastify';
import type { GraphQLSchema } from 'graphql';
import { ContextFactory } from '../auth/index.js';
import { Config, runtimeConfig } from '../config/index.js';
import { Drain } from '../lifecycle/index.js';
import { AppLogger } from '../observability/index.js';
import { WebSocketRoutes } from '../web/index.js';
import { GraphqlEndpoint } from './endpoint/graphql-endpoint.js';
import { OperationServer } from './endpoint/operation-server.js';
import { GraphqlEngine } from './execution/graphql-engine.js';
import { Playground } from './playground/playground.js';
import { SubscriptionServer } from './subscriptions/subscription-server.js';

const path = '/graphql';

/** Serves a schema: operations over HTTP, subscriptions over WebSocket and the playground, all at one address. */
@Injectable()
export class GraphqlServer {
  constructor(
    private readonly config: Config,
    private readonly log: AppLogger,
    private readonly modules: ModuleRef,
    private readonly webSockets: WebSocketRoutes,
    private readonly drain: Drain,
  ) {}

  /** @returns how to stop it, once nobody asks any more. */
  async serve(schema: GraphQLSchema): Promise<() => Promise<void>> {
    const openIntrospection = this.config.get(runtimeConfig).nodeEnv !== 'production';
    const engine = new GraphqlEngine(schema, { log: this.log, openIntrospection });
    const operations = new OperationServer(engine);
    await operations.start();
    this.#serveHttp(engine, operations);
    this.#serveWebSockets(engine);
    return () => operations.stop();
  }

  #serveHttp(engine: GraphqlEngine, operations: OperationServer): void {
    const host = this.modules.get<HttpAdapterHost<FastifyAdapter>>(HttpAdapterHost, { strict: false });
    const fastify = host.httpAdapter.getInstance();
    const playground = new Playground(path);
    playground.register(fastify);
    new GraphqlEndpoint(engine, operations, { path, sendPage: (reply) => playground.sendPage(reply) }).register(
      fastify,
    );
  }

  #serveWebSockets(engine: GraphqlEngine): void {
    // The authenticator behind it belongs to a module above the kernel.
    const contexts = this.modules.get(ContextFactory, { strict: false });
    const subscriptions = new SubscriptionServer(engine, contexts);
    this.webSockets.serve(path, subscriptions.accept);
    this.drain.during('work', 'graphql.subscriptions', () => subscriptions.close());
  }
}
