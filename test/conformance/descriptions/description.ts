import { join } from 'node:path';
import { correct } from './corrections.js';
import type { Description } from './described-operation.js';
import { openapiFromDiscovery } from './discovery/openapi-from-discovery.js';
import { openapiFromFieldTables } from './discovery/openapi-from-field-tables.js';
import { GraphDescription } from './graph/graph-description.js';
import { OpenapiDescription } from './openapi/openapi-description.js';
import { readDescriptionFile } from './read-description-file.js';
import { isJson, type Json } from './schemas/api-document.js';

export type { DescribedOperation, Description, WireRequest } from './described-operation.js';

/**
 * Opens vendors' descriptions of their APIs, of whichever format: OpenAPI 3, Google's discovery documents, field tables of
 * a protocol buffer, Meta's nodes and edges.
 *
 * @example
 * const [zendesk] = await openDescriptions(folder, ['zendesk.yaml']);
 * zendesk.operation(request)?.problems(request);
 */
export async function openDescriptions(directory: string, files: readonly string[]): Promise<Description[]> {
  return Promise.all(files.map(async (file) => described(file, await readDescriptionFile(join(directory, file)))));
}

function described(file: string, content: Json): Description {
  correct(file, content);
  if (typeof content.openapi === 'string') return new OpenapiDescription(file, content);
  if (content.kind === 'discovery#restDescription') return new OpenapiDescription(file, openapiFromDiscovery(content));
  if (isJson(content.messages) && isJson(content.method))
    return new OpenapiDescription(file, openapiFromFieldTables(content));
  if (isJson(content.nodes) && isJson(content.enums)) return new GraphDescription(file, content);
  throw new Error(`${file} is of no format that is known here.`);
}
