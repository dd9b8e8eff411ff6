import { ArgsType, Field, ID, InputType, Int } from '@nestjs/graphql';
import { DateTimeScalar, PageArgs, PhoneNumberScalar } from '../../../kernel/graphql/index.js';
import type { CallDirection, CallOutcome, CallStatus } from '../merge/call-status.js';
import { CallDirectionEnum, CallOutcomeEnum, CallStatusEnum } from './call.enums.js';

@InputType('CallFilter', { description: 'Everything given must hold.' })
export class CallFilterInput {
  @Field(() => ID, { nullable: true })
  assistantId?: string | null;

  @Field(() => ID, { nullable: true })
  contactId?: string | null;

  @Field(() => CallStatusEnum, { nullable: true })
  status?: CallStatus | null;

  @Field(() => [CallStatusEnum], { nullable: true, description: 'One of these.' })
  statuses?: CallStatus[] | null;

  @Field(() => CallOutcomeEnum, { nullable: true })
  outcome?: CallOutcome | null;

  @Field(() => CallDirectionEnum, { nullable: true })
  direction?: CallDirection | null;

  @Field(() => PhoneNumberScalar, { nullable: true, description: 'Of either party.' })
  number?: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Calls that began then or later.' })
  from?: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Calls that began before.' })
  to?: Date | null;

  @Field(() => String, {
    nullable: true,
    description: 'Words of the transcript or the summary, whatever accents and case; the last one may be cut short.',
  })
  search?: string | null;
}

@ArgsType()
export class CallsArgs extends PageArgs {
  @Field(() => CallFilterInput, { nullable: true })
  filter?: CallFilterInput | null;
}

@ArgsType()
export class TranscriptArgs {
  @Field(() => ID)
  callId!: string;

  @Field(() => Int, {
    nullable: true,
    description: 'The last position that you have; from the first one unless given.',
  })
  afterPosition?: number | null;
}
