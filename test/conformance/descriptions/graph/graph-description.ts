import type { DescribedOperation, Description, WireRequest } from '../described-operation.js';
import { ApiDocument, isJson, type Json, listOf, membersOf } from '../schemas/api-document.js';
import { addedEndpoints, addedNodes, exampleId, examples, nodesAtPaths } from './graph-additions.js';
import { type GraphApi, GraphOperation, type GraphParts, graphParts } from './graph-operation.js';
import { schemaOfType } from './graph-types.js';

const hosts = ['graph.facebook.com', 'graph.instagram.com', 'graph-video.facebook.com'];

/**
 * Meta's description of its Graph API: nodes with their edges. A path names a node by its id and so does not tell of what
 * kind it is: a request is taken for that to the node that it fits best.
 */
export class GraphDescription implements Description {
  private readonly parts: GraphParts;
  private readonly apis: readonly GraphApi[];

  constructor(
    readonly file: string,
    content: Json,
  ) {
    const own = isJson(content.nodes) ? content.nodes : {};
    const nodes: Json = {
      ...own,
      ...Object.fromEntries(Object.entries(addedNodes).filter(([name]) => !(name in own))),
    };
    const enums = isJson(content.enums) ? content.enums : {};
    const known = { enums, nodes };
    const schemas = Object.fromEntries(membersOf(nodes).map(([name, node]) => [name, toSchema(name, node, known)]));
    this.parts = graphParts(new ApiDocument({ components: { schemas } }), known);
    this.apis = membersOf(nodes).flatMap(([name, node]) => listOf(node.apis).map((api) => ({ node: name, api })));
  }

  operation(request: WireRequest): DescribedOperation | null {
    const { hostname, pathname } = request.url;
    const [, version, path] = /^\/(v\d+\.\d+\/)?(.+?)\/?$/.exec(pathname) ?? [];
    if (!hosts.includes(hostname) || path === undefined) return null;
    const method = request.method.toUpperCase();
    const candidates = this.atPath(path) ?? (version === undefined ? [] : this.ofNode(path, hostname));
    const fitting = candidates.filter(({ api }) => api.method === method);
    const operations = fitting.map((candidate) => new GraphOperation(this.parts, candidate, request));
    const counts = operations.map((operation) => operation.problems(request).length);
    return operations[counts.indexOf(Math.min(...counts))] ?? null;
  }

  private atPath(path: string): GraphApi[] | null {
    const own = addedEndpoints[path];
    if (isJson(own)) return [{ node: path, api: own, path }];
    const node = nodesAtPaths[path];
    return node === undefined ? null : this.apis.filter((one) => one.node === node).map((one) => ({ ...one, path }));
  }

  /** Nodes of both ways to sign in share their ids' form, so those of the host's own way come first. */
  private ofNode(path: string, hostname: string): GraphApi[] {
    const [id = '', endpoint, ...rest] = path.split('/');
    if (!/^[\w.-]+$/.test(id) || rest.length > 0) return [];
    // Only ad accounts have ids with this prefix.
    const isAdAccount = id.startsWith('act_') && 'AdAccount' in this.parts.known.nodes;
    const isOwn = ({ node }: GraphApi) => node.endsWith('ForIGOnlyAPI') === (hostname === 'graph.instagram.com');
    const atPaths = Object.values(nodesAtPaths);
    return this.apis
      .filter(({ node, api }) => api.endpoint === endpoint && !atPaths.includes(node))
      .filter(({ node }) => !isAdAccount || node === 'AdAccount')
      .sort((one, other) => Number(isOwn(other)) - Number(isOwn(one)));
  }
}

/** A node as an answer has it: its fields, and its edges where they were asked for among them. */
function toSchema(name: string, node: Json, known: { enums: Json; nodes: Json }): Json {
  const edges = listOf(node.apis).flatMap(({ endpoint }) => (typeof endpoint === 'string' ? [[endpoint, {}]] : []));
  const fields = listOf(node.fields).map((field) => {
    const example = field.name === 'id' ? exampleId : examples[name]?.[String(field.name)];
    const schema = schemaOfType(String(field.type), known);
    return [String(field.name), example === undefined ? schema : { ...schema, example }];
  });
  return {
    type: 'object',
    properties: Object.fromEntries([...edges, ['id', { type: 'string', example: exampleId }], ...fields]) as Json,
  };
}
