import { Field, ObjectType } from '@nestjs/graphql';
import { UrlScalar } from '../../../kernel/graphql/index.js';
import type { CheckStatus } from '../finding.js';
import { ConnectionRepairType } from './connection-repair.type.js';
import { CheckStatusEnum } from './diagnosis.enums.js';

@ObjectType('ConnectionCheck', {
  description: 'One thing that has to be right for a call to arrive and to be recorded.',
})
export class ConnectionCheckType {
  @Field(() => String, { description: 'Stable: twilio.voice-url, vapi.server-url, database.probe, …' })
  key!: string;

  @Field(() => String, {
    description: 'Where on the way: twilio, vapi, server, database, calendar, or call for the last one.',
  })
  hop!: string;

  @Field(() => CheckStatusEnum)
  status!: CheckStatus;

  @Field(() => String, { nullable: true, description: 'What was found.' })
  observed!: string | null;

  @Field(() => String, { nullable: true, description: 'What should have been found.' })
  expected!: string | null;

  @Field(() => String, { nullable: true, description: 'What to do, in the reader’s language.' })
  advice!: string | null;

  @Field(() => UrlScalar, { nullable: true, description: 'The vendor’s page that helps.' })
  helpUrl!: string | null;

  @Field(() => ConnectionRepairType, { nullable: true, description: 'Where this server can put it right.' })
  repair!: ConnectionRepairType | null;
}
