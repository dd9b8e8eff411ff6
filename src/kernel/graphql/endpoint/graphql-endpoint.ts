import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { FormattedExecutionResult } from 'graphql';
import { asAppError, HttpFault, localeOf } from '../../web/index.js';
import type { ErrorReader, FormattedError } from '../errors/error-formatter.js';
import { carriedBy, causeOf } from '../errors/error-cause.js';
import { GraphqlRequestRefused } from '../errors/graphql.errors.js';
import type { GraphqlEngine } from '../execution/graphql-engine.js';
import { GraphqlContext } from '../request/graphql-context.js';
import { answerType, mediaTypes, type MediaType } from './media-type.js';
import { readOperation } from './operation-request.js';
import type { OperationServer } from './operation-server.js';

export interface EndpointOptions {
  path: string;
  /** Answers a browser that asks for a page. */
  sendPage: (reply: FastifyReply) => FastifyReply;
}

/** GraphQL over HTTP on Fastify: https://graphql.github.io/graphql-over-http/draft/ */
export class GraphqlEndpoint {
  constructor(
    private readonly engine: GraphqlEngine,
    private readonly server: OperationServer,
    private readonly options: EndpointOptions,
  ) {}

  register(fastify: FastifyInstance): void {
    fastify.route({
      url: this.options.path,
      method: ['GET', 'POST'],
      handler: (request, reply) => this.#serve(request, reply),
      errorHandler: (error, request, reply) => this.#refuse(error, request, reply),
    });
  }

  async #serve(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    const { accept } = request.headers;
    if (request.method === 'GET' && accept?.includes('text/html')) return this.options.sendPage(reply);
    const type = answerType(accept);
    if (!type) throw notAcceptable();
    const startedAt = performance.now();
    const context = new GraphqlContext(request);
    const result = await this.server.execute(readOperation(request), context);
    const told = this.#inClientsWords(result, readerOf(request));
    this.engine.meter.time(context.asked.operation, startedAt);
    this.engine.meter.count(context.asked.operation, told);
    return send(reply, told, { type, status: statusOf(result, type) });
  }

  /** A request that is none: unreadable JSON, a wrong type, a refused method. */
  #refuse(error: Error, request: FastifyRequest, reply: FastifyReply): void {
    const known = asAppError(error);
    const status =
      known instanceof HttpFault || known instanceof GraphqlRequestRefused ? known.status : known ? 400 : 500;
    const type = answerType(request.headers.accept) ?? mediaTypes.json;
    const errors = [this.engine.errors.format(error, readerOf(request))];
    this.engine.meter.count(undefined, { errors });
    void send(reply, { errors }, { type, status });
  }

  #inClientsWords(result: FormattedExecutionResult, reader: ErrorReader): FormattedExecutionResult {
    if (!result.errors) return result;
    const errors = result.errors.map((error): FormattedError => this.engine.errors.format(carriedBy(error), reader));
    return { ...result, errors };
  }
}

/**
 * Data, be it null, is an answer: 200. A request that never ran is 400 for who asks for GraphQL's own media type; with
 * plain JSON, old clients expect 200.
 */
function statusOf(result: FormattedExecutionResult, type: MediaType): number {
  if ('data' in result) return 200;
  const refusal = result.errors?.[0] && causeOf(carriedBy(result.errors[0]));
  if (refusal instanceof GraphqlRequestRefused && refusal.status !== 400) return refusal.status;
  return type === mediaTypes.json ? 200 : 400;
}

function send(
  reply: FastifyReply,
  { errors, data, extensions }: FormattedExecutionResult,
  { type, status }: { type: MediaType; status: number },
): FastifyReply {
  if (status === 405) void reply.header('allow', 'POST');
  return reply.code(status).header('content-type', type).send(JSON.stringify({ errors, data, extensions }));
}

function readerOf(request: FastifyRequest): ErrorReader {
  return { locale: localeOf(request), requestId: request.id };
}

function notAcceptable(): GraphqlRequestRefused {
  const message = {
    en: 'Answers are application/json or application/graphql-response+json; accept one of them.',
    fr: 'Les réponses sont en application/json ou application/graphql-response+json ; acceptez l’un des deux.',
  };
  return new GraphqlRequestRefused('NOT_ACCEPTABLE', message, 406);
}
