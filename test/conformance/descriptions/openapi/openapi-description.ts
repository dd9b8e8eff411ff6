import type { DescribedOperation, Description, WireRequest } from '../described-operation.js';
import { ApiDocument, isJson, type Json, listOf, membersOf } from '../schemas/api-document.js';
import { OpenapiOperation } from './openapi-operation.js';
import { OpenapiParts } from './openapi-parts.js';
import { PathTemplate } from './path-template.js';
import { ServerAddress } from './server-address.js';

interface DescribedPath {
  readonly template: PathTemplate;
  readonly item: Json;
}

/** A description in OpenAPI 3. */
export class OpenapiDescription implements Description {
  private readonly parts: OpenapiParts;
  private readonly paths: readonly DescribedPath[];
  private readonly servers = new Map<Json, ServerAddress>();

  constructor(
    readonly file: string,
    root: Json,
  ) {
    const document = new ApiDocument(root);
    this.parts = new OpenapiParts(document);
    this.paths = membersOf(root.paths).map(([path, item]) => ({
      template: new PathTemplate(path),
      item: document.resolve(item),
    }));
  }

  operation({ method, url }: WireRequest): DescribedOperation | null {
    const matches = this.paths
      .map((path) => ({ ...path, operation: path.item[method.toLowerCase()] }))
      .filter((match): match is DescribedPath & { operation: Json } => isJson(match.operation))
      .flatMap((match) => {
        const values = this.match(match, url);
        return values ? [{ ...match, values }] : [];
      })
      .sort((one, other) => one.template.compare(other.template));
    const [best] = matches;
    if (!best) return null;
    const name = `${method.toUpperCase()} ${best.template.text}`;
    return new OpenapiOperation(this.parts, { ...best, name });
  }

  private match(
    { template, item, operation }: DescribedPath & { operation: Json },
    url: URL,
  ): Map<string, string> | null {
    const servers = [operation.servers, item.servers, this.parts.document.root.servers].map(listOf);
    const own = servers.find((list) => list.length > 0) ?? [{ url: '/' }];
    for (const server of own) {
      const path = this.address(server).pathBelow(url);
      const values = path === null ? null : template.match(path);
      if (values) return values;
    }
    return null;
  }

  private address(server: Json): ServerAddress {
    const address = this.servers.get(server) ?? new ServerAddress(server);
    this.servers.set(server, address);
    return address;
  }
}
