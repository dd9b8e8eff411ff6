import type { DocumentNode, OperationDefinitionNode } from 'graphql';

/** The operation of a document that is to run; the document fits the schema. */
export interface ValidOperation {
  document: DocumentNode;
  operation: OperationDefinitionNode;
}
