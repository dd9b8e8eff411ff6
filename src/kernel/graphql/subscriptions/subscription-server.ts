import {
  createSourceEventStream,
  getOperationAST,
  OperationTypeNode,
  specifiedRules,
  validate,
  type ExecutionArgs,
  type ExecutionResult,
  type FormattedExecutionResult,
  type GraphQLError,
} from 'graphql';
import { makeServer, type Context, type Server, type SubscribePayload } from 'graphql-ws';
import { Unauthenticated, type ContextFactory } from '../../auth/index.js';
import type { UpgradeHandler } from '../../web/index.js';
import { asGraphqlError } from '../errors/error-cause.js';
import type { FormattedError } from '../errors/error-formatter.js';
import { documentFault, GraphqlRequestRefused } from '../errors/graphql.errors.js';
import type { GraphqlEngine } from '../execution/graphql-engine.js';
import type { Execution } from '../execution/operation-executor.js';
import type { ValidOperation } from '../limits/valid-operation.js';
import { contextOf } from '../request/graphql-context.js';
import { deliveries } from './deliveries.js';
import { SocketSession } from './socket-session.js';
import { protocolSocket, SocketTransport } from './socket-transport.js';

const mostSubscriptionsPerSocket = 50;
const initWaitMs = 5_000;

interface Extra {
  session: SocketSession;
}

/** Of graphql-ws or of graphql-js: their types differ in what may be undefined. */
type ServedResult = { [Key in 'errors' | 'data']?: ExecutionResult[Key] | undefined };

/** What was admitted when a client subscribed, for each delivery. */
interface Admitted {
  session: SocketSession;
  execution: Omit<Execution, 'context' | 'rootValue'>;
}

/** Subscriptions over graphql-ws: the same documents, limits and errors as over HTTP. */
export class SubscriptionServer {
  readonly #transport = new SocketTransport();
  readonly #protocol: Server<Extra>;
  readonly #admitted = new WeakMap<ExecutionArgs, Admitted>();

  constructor(
    private readonly engine: GraphqlEngine,
    private readonly contexts: ContextFactory,
  ) {
    this.#protocol = makeServer<Record<string, unknown>, Extra>({
      connectionInitWaitTimeout: initWaitMs,
      onConnect: ({ connectionParams, extra }) => extra.session.open(connectionParams ?? {}),
      onClose: ({ extra }) => extra.session.end(),
      onSubscribe: (socket, _id, payload) => this.#admit(socket, payload),
      onNext: (...[{ extra }, , , args, result]) => this.#tell(result, args, extra.session),
      onError: (...[{ extra }, , , errors]) => this.#refuse(errors, extra.session),
      subscribe: (args) => this.#subscribe(args),
    });
  }

  readonly accept: UpgradeHandler = (request, socket, head) => {
    this.#transport.accept({ request, socket, head }, (webSocket) => {
      const session = new SocketSession(this.contexts, request, (code, reason) => webSocket.close(code, reason));
      const closed = this.#protocol.opened(protocolSocket(webSocket), { session });
      webSocket.once('close', (code, reason) => void closed(code, reason.toString()));
    });
  };

  close(): Promise<void> {
    return this.#transport.close();
  }

  /** The protocol takes what speaks against a subscription as a value. */
  async #admit(
    { subscriptions, extra: { session } }: Context<Record<string, unknown>, Extra>,
    payload: SubscribePayload,
  ): Promise<ExecutionArgs | GraphQLError[]> {
    try {
      if (Object.keys(subscriptions).length > mostSubscriptionsPerSocket) throw tooManySubscriptions();
      const valid = readSubscription(this.engine, payload);
      const contextValue = await session.refresh();
      if (!contextValue) throw new Unauthenticated();
      const variables = payload.variables ?? {};
      const timeLimitMs = this.engine.gate.admit(valid, variables, contextOf(contextValue));
      const args: ExecutionArgs = {
        schema: this.engine.schema,
        document: valid.document,
        operationName: payload.operationName,
        variableValues: variables,
        contextValue,
      };
      this.#admitted.set(args, { session, execution: { ...valid, variables, timeLimitMs } });
      return args;
    } catch (error) {
      return [asGraphqlError(error)];
    }
  }

  async #subscribe(args: ExecutionArgs): Promise<AsyncIterableIterator<ExecutionResult> | ExecutionResult> {
    const admitted = this.#admitted.get(args);
    if (!admitted) throw new Error('A subscription was started that nobody admitted.');
    const source = await createSourceEventStream(args);
    if (!(Symbol.asyncIterator in source)) return source;
    return deliveries(source, async (event) => {
      const startedAt = performance.now();
      const context = await admitted.session.refresh();
      const result = context && (await this.engine.executor.run({ ...admitted.execution, context, rootValue: event }));
      this.engine.meter.time(admitted.execution, startedAt);
      return result;
    });
  }

  #tell({ errors, data }: ServedResult, args: ExecutionArgs, session: SocketSession): FormattedExecutionResult {
    const told = { ...(errors && { errors: this.#format(errors, session) }), ...(data !== undefined && { data }) };
    this.engine.meter.count(this.#admitted.get(args)?.execution, told);
    return told;
  }

  #refuse(refused: readonly GraphQLError[], session: SocketSession): FormattedError[] {
    const errors = this.#format(refused, session);
    this.engine.meter.count(undefined, { errors });
    return errors;
  }

  #format(errors: readonly GraphQLError[], session: SocketSession): FormattedError[] {
    return errors.map((error) => this.engine.errors.format(error, session.reader));
  }
}

/** @throws OperationTooLarge, GraphqlRequestRefused, GraphQLError */
function readSubscription({ admission, schema }: GraphqlEngine, payload: SubscribePayload): ValidOperation {
  const document = admission.read(payload.query);
  const [invalid] = validate(schema, document, specifiedRules, { hideSuggestions: true, maxErrors: 1 });
  if (invalid) throw invalid;
  const operation = getOperationAST(document, payload.operationName);
  if (!operation) throw documentFault('Must provide operation name.');
  if (operation.operation !== OperationTypeNode.SUBSCRIPTION) {
    throw new GraphqlRequestRefused('HTTP_REQUIRED', {
      en: 'Send queries and mutations by POST; this WebSocket serves subscriptions.',
      fr: 'Envoyez les requêtes et les mutations par POST ; ce WebSocket sert les abonnements.',
    });
  }
  return { document, operation };
}

function tooManySubscriptions(): GraphqlRequestRefused {
  return new GraphqlRequestRefused('TOO_MANY_SUBSCRIPTIONS', {
    en: `One connection carries ${mostSubscriptionsPerSocket} subscriptions at most. End some first.`,
    fr: `Une connexion porte ${mostSubscriptionsPerSocket} abonnements au plus. Terminez-en d’abord.`,
  });
}
