import { Field, ID, InterfaceType } from '@nestjs/graphql';
import { nodeTypeOf } from './node-kinds.js';

/** Whatever has an id by which `node` finds it again. */
@InterfaceType('Node', {
  description: 'Whatever has an id by which `node` finds it again.',
  resolveType: (value: { id: string }) => nodeTypeOf(value.id),
})
export abstract class NodeType {
  @Field(() => ID, { description: 'Opaque, unique among everything, and stable.' })
  id!: string;
}
