import type { BuildSchemaOptions } from '@nestjs/graphql';
import { nodeTypes } from '../nodes/node-kinds.js';
import { DateTimeScalar } from '../scalars/date-time.scalar.js';

/** How classes become the schema, served and written alike. */
export function schemaOptions(): BuildSchemaOptions {
  return {
    orphanedTypes: nodeTypes(),
    scalarsMap: [{ type: Date, scalar: DateTimeScalar }],
  };
}
