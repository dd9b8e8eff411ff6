import { Args, Field, Int, Mutation, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { Ctx, RequirePlatformAdmin } from '../../../kernel/auth/index.js';
import type { RequestContext } from '../../../kernel/context/index.js';
import { DateTimeScalar } from '../../../kernel/graphql/index.js';
import { KeyRotations } from './key-rotation.service.js';

@ObjectType('EncryptionKeyUse', { description: 'A master key of stored secrets, and how much stands under it.' })
class EncryptionKeyUseType {
  @Field(() => String, { description: 'Its id in ENCRYPTION_KEYS.' })
  id!: string;

  @Field(() => Boolean, { description: 'Seals what is stored from now on.' })
  current!: boolean;

  @Field(() => Boolean, { description: 'Whether this server has it; what stands under another key cannot be opened.' })
  known!: boolean;

  @Field(() => Int, { description: 'A key may be taken away once this is 0.' })
  sealedValues!: number;
}

@ObjectType('KeyRotation', { description: 'One move of all sealed values under the current master key.' })
class KeyRotationType {
  @Field(() => String)
  keyId!: string;

  @Field(() => Boolean, { description: 'Whether each value got a fresh data key too.' })
  withDataKeys!: boolean;

  @Field(() => Int, { description: 'Values moved so far.' })
  moved!: number;

  @Field(() => Int, { description: 'Values that did not open and stay as they are; the log names them.' })
  failed!: number;

  @Field(() => DateTimeScalar)
  startedAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true })
  finishedAt!: Date | null;
}

@Resolver()
export class KeyRotationResolver {
  constructor(private readonly rotations: KeyRotations) {}

  @Query(() => [EncryptionKeyUseType], { description: 'For the platform’s operator: the master keys and their use.' })
  @RequirePlatformAdmin()
  encryptionKeys(@Ctx() ctx: RequestContext): Promise<EncryptionKeyUseType[]> {
    return this.rotations.uses(ctx);
  }

  @Query(() => [KeyRotationType], { description: 'For the platform’s operator: the last rotations, the newest first.' })
  @RequirePlatformAdmin()
  keyRotations(@Ctx() ctx: RequestContext): Promise<KeyRotationType[]> {
    return this.rotations.list(ctx);
  }

  @Mutation(() => KeyRotationType, {
    description:
      'For the platform’s operator: moves all stored secrets under the first key of ENCRYPTION_KEYS, while everything goes on. keyRotations shows how far it is.',
  })
  @RequirePlatformAdmin()
  rotateEncryptionKeys(
    @Ctx() ctx: RequestContext,
    @Args('withDataKeys', {
      type: () => Boolean,
      nullable: true,
      description: 'Also gives every value a fresh data key; false unless given.',
    })
    withDataKeys: boolean | null,
  ): Promise<KeyRotationType> {
    return this.rotations.start(ctx, withDataKeys ?? false);
  }
}
