import { AppError, type LocalizedText } from '../../errors/index.js';

/** A request that is no GraphQL request, or a document that is not valid. */
export class GraphqlRequestRefused extends AppError {
  constructor(
    reason: string,
    message: LocalizedText,
    /** HTTP status where the body itself cannot be an answer to an operation. */
    readonly status = 400,
  ) {
    super('invalid_input', `GRAPHQL.${reason}`, message);
  }
}

const suggestion = / ?Did you mean [^?]*\?/g;
const longestDetail = 300;

const invalid: Record<'SYNTAX' | 'VARIABLES' | 'OPERATION' | 'DOCUMENT', LocalizedText> = {
  SYNTAX: { en: 'The document cannot be read as GraphQL', fr: 'Le document n’est pas du GraphQL lisible' },
  VARIABLES: { en: 'The variables do not fit the operation', fr: 'Les variables ne correspondent pas à l’opération' },
  OPERATION: { en: 'The operation to run is not clear', fr: 'L’opération à exécuter n’est pas claire' },
  DOCUMENT: { en: 'The document does not fit the schema', fr: 'Le document ne correspond pas au schéma' },
};

/** What GraphQL itself says against a document or its variables: its own words are English, whatever the reader's language. */
export function documentFault(message: string): GraphqlRequestRefused {
  const kind = kindOf(message);
  const detail = message.replace(suggestion, '').slice(0, longestDetail);
  const { en, fr } = invalid[kind];
  return new GraphqlRequestRefused(`${kind}_INVALID`, { en: `${en}: ${detail}`, fr: `${fr} : ${detail}` });
}

function kindOf(message: string): keyof typeof invalid {
  if (message.startsWith('Syntax Error')) return 'SYNTAX';
  if (
    message.startsWith('Variable "$') &&
    / (got invalid value|must not be null|was not provided|has invalid value)/.test(message)
  ) {
    return 'VARIABLES';
  }
  if (/^(Unknown operation named|Must provide (an )?operation|Unable to identify operation)/.test(message))
    return 'OPERATION';
  return 'DOCUMENT';
}
