import type { GraphQLSchema } from 'graphql';
import type { AppLogger } from '../../observability/index.js';
import { ErrorFormatter } from '../errors/error-formatter.js';
import { DocumentAdmission } from '../limits/document-admission.js';
import { operationLimits } from '../limits/limits.js';
import { OperationGate } from '../limits/operation-gate.js';
import { CompiledOperations } from './compiled-operations.js';
import { OperationExecutor } from './operation-executor.js';
import { OperationMeter } from './operation-meter.js';

export interface EngineOptions {
  log: AppLogger;
  /** Whether anybody may read the schema, or the platform's operator only. */
  openIntrospection: boolean;
}

/** What HTTP and WebSocket share: the same limits, the same execution, the same errors. */
export class GraphqlEngine {
  readonly meter = new OperationMeter();
  readonly admission = new DocumentAdmission(operationLimits);
  readonly gate: OperationGate;
  readonly executor: OperationExecutor;
  readonly errors: ErrorFormatter;

  constructor(
    readonly schema: GraphQLSchema,
    readonly options: EngineOptions,
  ) {
    this.gate = new OperationGate(schema, { limits: operationLimits, openIntrospection: options.openIntrospection });
    this.executor = new OperationExecutor(schema, new CompiledOperations(schema));
    this.errors = new ErrorFormatter(options.log);
  }
}
