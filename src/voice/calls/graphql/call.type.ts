import { Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import {
  Connection,
  DateTimeScalar,
  DecimalScalar,
  JsonScalar,
  MoneyType,
  NodeType,
  PhoneNumberScalar,
} from '../../../kernel/graphql/index.js';
import { ToolKindEnum } from '../../assistants/graphql/assistant.enums.js';
import type { ToolKind } from '../../assistants/voice-assistant.entity.js';
import type { CallDirection, CallOutcome, CallStatus, SpeakerRole } from '../merge/call-status.js';
import { CallDirectionEnum, CallOutcomeEnum, CallStatusEnum, SpeakerRoleEnum } from './call.enums.js';

/** A row of the record as it is read, without any mapping; what is no column has a resolver. */
@ObjectType('Call', {
  implements: () => NodeType,
  description: 'One call, whatever events have told of it so far.',
})
export class CallType implements NodeType {
  @Field(() => ID)
  id!: string;

  @Field(() => CallStatusEnum)
  status!: CallStatus;

  @Field(() => CallOutcomeEnum, { nullable: true, description: 'Null until the call has ended.' })
  outcome!: CallOutcome | null;

  @Field(() => CallDirectionEnum, { nullable: true })
  direction!: CallDirection | null;

  @Field(() => PhoneNumberScalar, { nullable: true, description: 'Null for a caller who shows no number.' })
  fromNumber!: string | null;

  @Field(() => PhoneNumberScalar, { nullable: true })
  toNumber!: string | null;

  @Field(() => String, { nullable: true, description: 'As the platform gave it: anonymous, a SIP address, client:…' })
  fromIdentity!: string | null;

  @Field(() => String, { nullable: true, description: 'As the platform gave it.' })
  toIdentity!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was answered.' })
  startedAt!: string | null;

  @Field(() => DateTimeScalar, { nullable: true })
  endedAt!: string | null;

  @Field(() => Int, { nullable: true })
  durationSeconds!: number | null;

  @Field(() => String, { nullable: true, description: 'In the platform’s own word, such as customer-ended-call.' })
  endedReason!: string | null;

  @Field(() => Int, { nullable: true, description: '1 to 5: what rateCall says, else what the analysis found.' })
  satisfaction!: number | null;

  @Field(() => String, { nullable: true })
  summary!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When the caller was told that an AI speaks.' })
  disclosedAt!: string | null;

  /** By which its events, tool calls and turns are kept: Vapi's id, or Twilio's where this server answered itself. */
  callKey!: string | null;

  @Field(() => String, { nullable: true, description: 'Null where this server answered by itself.' })
  vapiCallId!: string | null;

  @Field(() => String, { nullable: true })
  twilioCallSid!: string | null;

  @Field(() => Boolean, { description: 'Whether the sandbox played it.' })
  sandbox!: boolean;

  @Field(() => DateTimeScalar)
  createdAt!: string;

  uuid!: string;
  workspaceId!: string;
  assistantId!: string | null;
  contactId!: string | null;
  hasRecording!: boolean;
  amount!: string | null;
  currency!: string | null;
  /** When it began, to the microsecond: where the call stands in lists. */
  position!: string;
  /** Another one for every state of the row. */
  version!: string;
}

export const CallConnection = Connection(CallType);

@ObjectType('CostLine', { description: 'A part of what a call cost.' })
export class CostLineType {
  @Field(() => String, { description: 'transport, transcriber, model, voice, vapi, analysis, …, other' })
  source!: string;

  @Field(() => DecimalScalar, { nullable: true })
  quantity!: string | null;

  @Field(() => String, { nullable: true, description: 'minute, 15 seconds, token, character, …' })
  unit!: string | null;

  @Field(() => MoneyType, { description: 'In the workspace’s currency, at the rate of the day it was recorded.' })
  cost!: MoneyType;

  @Field(() => MoneyType, { description: 'As it was charged.' })
  original!: MoneyType;

  @Field(() => Boolean, { description: 'Whether it follows from prices, before anybody has charged it.' })
  estimated!: boolean;
}

@ObjectType('TranscriptSegment', { description: 'One utterance.' })
export class TranscriptSegmentType {
  @Field(() => Int, {
    description: 'From 0 upwards, without gaps; the final transcript may place anew what was heard live.',
  })
  position!: number;

  @Field(() => SpeakerRoleEnum)
  role!: SpeakerRole;

  @Field(() => String)
  text!: string;

  @Field(() => DateTimeScalar, { nullable: true })
  at!: string | null;

  @Field(() => Float, { nullable: true })
  secondsFromStart!: number | null;
}

@ObjectType('CallTransfer', { description: 'An attempt to put the caller through to a person.' })
export class CallTransferType {
  @Field(() => String, { description: 'A number or a SIP address.' })
  to!: string;

  @Field(() => String, {
    description: 'requested, started, connected, completed, no-answer, busy, voicemail, failed or cancelled',
  })
  status!: string;

  @Field(() => DateTimeScalar)
  at!: string;

  @Field(() => String, { nullable: true })
  summary!: string | null;
}

@ObjectType('CallMessage', { implements: () => NodeType, description: 'A message that the caller left for a person.' })
export class CallMessageType implements NodeType {
  @Field(() => ID)
  id!: string;

  @Field(() => String, { nullable: true })
  name!: string | null;

  @Field(() => PhoneNumberScalar, { nullable: true, description: 'Where to call back.' })
  callback!: string | null;

  @Field(() => String)
  text!: string;

  @Field(() => DateTimeScalar)
  at!: string;

  @Field(() => DateTimeScalar, { nullable: true })
  handledAt!: string | null;
}

@ObjectType('ToolInvocation', { implements: () => NodeType, description: 'A tool that the assistant used in a call.' })
export class ToolInvocationType implements NodeType {
  @Field(() => ID)
  id!: string;

  @Field(() => String, { description: 'The platform’s id of the request.' })
  toolCallId!: string;

  @Field(() => String, {
    description: 'Of a tool that Vapi ran, its type there, such as google.calendar.event.create.',
  })
  name!: string;

  @Field(() => ToolKindEnum, {
    description:
      'Of a tool that Vapi ran by itself nothing is known but what the history of the call tells, mostly after its end.',
  })
  kind!: ToolKind;

  @Field(() => JsonScalar)
  arguments!: unknown;

  @Field(() => String, {
    nullable: true,
    description: 'What the tool answered. Null beside a null error: Vapi ran it, and did not tell how it ended.',
  })
  result!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'What the caller heard instead when it failed; of a tool that Vapi ran, what it was told.',
  })
  error!: string | null;

  @Field(() => Int, { nullable: true })
  durationMs!: number | null;

  @Field(() => DateTimeScalar)
  at!: string;
}
