import type { Type } from '@nestjs/common';
import { Field, Int, ObjectType, TypeMetadataStorage } from '@nestjs/graphql';
import type { Page } from './page.js';
import { PageInfoType } from './page-info.type.js';

const connections = new Map<Type, Type<Page<object>>>();

/**
 * The connection type of a list, with its edge type: `CallConnection` and `CallEdge` for `Call`. The field gives a
 * `Page` of `toPage`.
 *
 * @example
 * const CallConnection = Connection(CallType);
 * @Query(() => CallConnection) calls(@Ctx() ctx: RequestContext, @Args() args: CallsArgs): Promise<Page<CallType>> { … }
 */
export function Connection<Node extends object>(NodeType: Type<Node>): Type<Page<Node>>;
export function Connection(NodeType: Type<object>): Type<Page<object>> {
  const known = connections.get(NodeType);
  if (known) return known;
  const name = TypeMetadataStorage.getObjectTypeMetadataByTarget(NodeType)?.name;
  if (name === undefined) throw new Error(`Connection(${NodeType.name}) needs a class that @ObjectType decorates.`);
  const connection = connectionOf(name, NodeType);
  connections.set(NodeType, connection);
  return connection;
}

function connectionOf(name: string, NodeType: Type<object>): Type<Page<object>> {
  @ObjectType(`${name}Edge`, { description: `One ${name} in a list, with its cursor.` })
  class EdgeType {
    @Field(() => String, { description: 'Give it as `after` to continue from here.' })
    cursor!: string;

    @Field(() => NodeType)
    node!: object;
  }

  @ObjectType(`${name}Connection`, { description: `One page of a list of ${name}.` })
  class ConnectionType implements Page<object> {
    @Field(() => [EdgeType])
    edges!: readonly EdgeType[];

    @Field(() => [NodeType], { description: 'The same as `edges`, without cursors.' })
    nodes!: readonly object[];

    @Field(() => PageInfoType)
    pageInfo!: PageInfoType;

    @Field(() => Int, { description: 'How many there are in all pages; counted only when asked for.' })
    totalCount(): number | Promise<number> {
      throw new Error('A connection field must give a page of toPage().');
    }
  }
  return ConnectionType;
}
