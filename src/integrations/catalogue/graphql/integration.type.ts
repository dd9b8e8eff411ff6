import { Field, ID, ObjectType, registerEnumType } from '@nestjs/graphql';
import { DateTimeScalar, JsonScalar, UrlScalar } from '../../../kernel/graphql/index.js';

export enum CapabilityStatus {
  LIVE = 'LIVE',
  PARTNER_GATED = 'PARTNER_GATED',
  NOT_OFFERED = 'NOT_OFFERED',
}
registerEnumType(CapabilityStatus, {
  name: 'CapabilityStatus',
  description: 'How far a capability can be had.',
  valuesMap: {
    LIVE: { description: 'There is at least one action that does it.' },
    PARTNER_GATED: { description: 'The vendor has it, for approved partners or special plans only.' },
    NOT_OFFERED: { description: 'The vendor’s API cannot do it.' },
  },
});

export enum ActionEffect {
  READ = 'READ',
  WRITE = 'WRITE',
  DESTRUCTIVE = 'DESTRUCTIVE',
}
registerEnumType(ActionEffect, {
  name: 'ActionEffect',
  description: 'What an action does to the world.',
  valuesMap: {
    READ: { description: 'Changes nothing.' },
    WRITE: { description: 'Adds or changes something that can be taken back.' },
    DESTRUCTIVE: { description: 'Reaches people, spends money or credits, deletes, or cannot be undone.' },
  },
});

@ObjectType('CredentialField', { description: 'One value that a user enters, for the form.' })
export class CredentialFieldType {
  @Field(() => String)
  key!: string;

  @Field(() => String)
  label!: string;

  @Field(() => String, { nullable: true, description: 'Where to find it.' })
  help!: string | null;

  @Field(() => Boolean, { description: 'Sealed when stored, and never shown again.' })
  secret!: boolean;

  @Field(() => Boolean, { description: 'Needed, in the ways in that have this field.' })
  required!: boolean;

  @Field(() => String, { nullable: true, description: 'A regular expression for what it looks like: a hint.' })
  pattern!: string | null;

  @Field(() => [String], { nullable: true, description: 'The only values that it can have.' })
  choices!: string[] | null;

  @Field(() => [String], { description: 'The ways in that have this field, by key.' })
  modes!: string[];
}

@ObjectType('CredentialMode', { description: 'One way to be let in by the vendor.' })
export class CredentialModeType {
  @Field(() => String)
  key!: string;

  @Field(() => String)
  label!: string;

  @Field(() => Boolean, {
    description: 'Whether a person signs in at the vendor: see startIntegrationAuthorization.',
  })
  signsIn!: boolean;

  @Field(() => UrlScalar, {
    nullable: true,
    description: 'The redirect address to enter with an application that is registered at the vendor.',
  })
  redirectUrl!: string | null;
}

@ObjectType('Capability', {
  description: 'Something that an agent is expected to do with an integration, and the truth about it.',
})
export class CapabilityType {
  @Field(() => String)
  key!: string;

  @Field(() => String, { description: 'Of which agent it is expected.' })
  agentKey!: string;

  @Field(() => String)
  label!: string;

  @Field(() => CapabilityStatus, { description: 'How far it can be had.' })
  status!: CapabilityStatus;

  @Field(() => String, { description: 'The vendor’s API, product, plan or right that it takes.' })
  requiredApi!: string;

  @Field(() => [String], { description: 'The actions that do it, or the nearest honest alternative.' })
  actions!: string[];

  @Field(() => String, { nullable: true, description: 'Limits, or what to do instead.' })
  note!: string | null;

  @Field(() => UrlScalar, { nullable: true, description: 'The vendor’s page on what it does not offer.' })
  evidenceUrl!: string | null;
}

@ObjectType('IntegrationAction', { description: 'One thing that an agent can do with an integration.' })
export class IntegrationActionType {
  @Field(() => String)
  key!: string;

  @Field(() => String)
  description!: string;

  @Field(() => ActionEffect, { description: 'What it does to the world.' })
  effect!: ActionEffect;

  @Field(() => JsonScalar, { description: 'JSON Schema of its input.' })
  inputSchema!: unknown;
}

@ObjectType('Integration', { description: 'A vendor that agents, or the workspace itself, can be connected with.' })
export class IntegrationType {
  @Field(() => ID, { description: 'The connector’s key, such as `mailchimp`.' })
  id!: string;

  @Field(() => String)
  name!: string;

  @Field(() => String, { description: 'What it is for, in the reader’s language.' })
  category!: string;

  @Field(() => String)
  description!: string;

  @Field(() => UrlScalar, { description: 'Where the vendor describes its API.' })
  documentationUrl!: string;

  @Field(() => [String], { description: 'What to do to get the credentials, step by step.' })
  setupSteps!: string[];

  @Field(() => String, { description: 'The smallest rights that do.' })
  leastPrivilege!: string;

  @Field(() => DateTimeScalar, { description: 'When these facts about the vendor were last checked.' })
  updatedAt!: Date;

  @Field(() => [CredentialFieldType], { description: 'The fields of all ways in; each says in which ones it is.' })
  credentialFields!: CredentialFieldType[];

  @Field(() => [CredentialModeType], { description: 'The ways in, the usual one first.' })
  credentialModes!: CredentialModeType[];
}
