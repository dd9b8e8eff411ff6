import { Field, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { DateTimeScalar, NodeType } from '../../../kernel/graphql/index.js';

export enum ConnectionStatus {
  NOT_CONFIGURED = 'NOT_CONFIGURED',
  CONFIGURED = 'CONFIGURED',
  CONNECTED = 'CONNECTED',
  ERROR = 'ERROR',
  EXPIRED = 'EXPIRED',
  DISCONNECTED = 'DISCONNECTED',
}
registerEnumType(ConnectionStatus, {
  name: 'ConnectionStatus',
  description: 'How far a connection can be used.',
  valuesMap: {
    NOT_CONFIGURED: { description: 'Nothing was entered yet.' },
    CONFIGURED: { description: 'Credentials are there and were not tested yet.' },
    CONNECTED: { description: 'The last test worked.' },
    ERROR: { description: 'The last test was refused: see lastTest.' },
    EXPIRED: { description: 'The vendor ended the sign-in: sign in again.' },
    DISCONNECTED: { description: 'The credentials are erased.' },
  },
});

export enum ConnectionMode {
  VAULTED_HERE = 'VAULTED_HERE',
  MANAGED_BY_VAPI = 'MANAGED_BY_VAPI',
}
registerEnumType(ConnectionMode, {
  name: 'ConnectionMode',
  description: 'Who keeps the secret.',
  valuesMap: {
    VAULTED_HERE: { description: 'This server, sealed.' },
    MANAGED_BY_VAPI: { description: 'Vapi, where it was entered; nothing of it is here.' },
  },
});

export enum TestOutcomeEnum {
  WORKS = 'WORKS',
  CREDENTIALS_REFUSED = 'CREDENTIALS_REFUSED',
  RIGHTS_MISSING = 'RIGHTS_MISSING',
  UNAVAILABLE = 'UNAVAILABLE',
}
registerEnumType(TestOutcomeEnum, {
  name: 'TestOutcome',
  description: 'The four ways in which a connection test ends.',
  valuesMap: {
    WORKS: { description: 'The vendor knows us; see accountName.' },
    CREDENTIALS_REFUSED: { description: 'The vendor refused what was entered.' },
    RIGHTS_MISSING: { description: 'The credentials are good, a right or a plan is missing: see missing.' },
    UNAVAILABLE: { description: 'The vendor could not be asked just now; that says nothing of the credentials.' },
  },
});

@InputType('CredentialInput', { description: 'One entered value; an empty one takes an optional value away.' })
export class CredentialInput {
  @Field(() => String)
  key!: string;

  @Field(() => String)
  value!: string;
}

@ObjectType('MaskedCredential', { description: 'A credential as it may be seen: never its value.' })
export class MaskedCredentialType {
  @Field(() => String)
  key!: string;

  @Field(() => String, { description: 'The end of a secret, or a setting whole.' })
  preview!: string;

  @Field(() => DateTimeScalar)
  updatedAt!: Date;
}

@ObjectType('ConnectionTest', { description: 'What the last test of a connection found.' })
export class ConnectionTestType {
  @Field(() => TestOutcomeEnum, { description: 'How it ended.' })
  outcome!: TestOutcomeEnum;

  @Field(() => String, { nullable: true, description: 'The account, as the vendor calls it.' })
  accountName!: string | null;

  @Field(() => [String], { description: 'The rights or plans that are missing, as the vendor names them.' })
  missing!: string[];

  @Field(() => String, { nullable: true, description: 'What to do next, in the reader’s language.' })
  message!: string | null;

  @Field(() => DateTimeScalar)
  at!: Date;
}

@ObjectType('VendorCall', { description: 'One request to the vendor: no address, no content.' })
export class VendorCallType {
  @Field(() => DateTimeScalar)
  at!: Date;

  @Field(() => String, { description: 'The action that asked; `verify` for a test, `token` for a sign-in.' })
  action!: string;

  @Field(() => Int, { nullable: true, description: 'HTTP status; null where there was no answer.' })
  status!: number | null;

  @Field(() => String, {
    nullable: true,
    description: 'What went wrong, as a stable reason such as `HTTP.RATE_LIMITED`.',
  })
  error!: string | null;

  @Field(() => Int, { description: 'Milliseconds, tries and waits together.' })
  durationMs!: number;
}

@ObjectType('IntegrationConnection', {
  implements: () => NodeType,
  description: 'Credentials of one agent, or of the workspace, for one vendor. What is secret in them is never shown.',
})
export class IntegrationConnectionType extends NodeType {
  @Field(() => String, {
    description: 'Tells several connections of an agent with a vendor apart; `default` unless given.',
  })
  name!: string;

  @Field(() => ConnectionMode, { description: 'Who keeps the secret.' })
  mode!: ConnectionMode;

  @Field(() => String, { description: 'The way in that the credentials are for: see Integration.credentialModes.' })
  credentialMode!: string;

  @Field(() => ConnectionStatus, { description: 'How far it can be used.' })
  status!: ConnectionStatus;

  @Field(() => [MaskedCredentialType], { description: 'What was entered, secrets masked.' })
  credentials!: MaskedCredentialType[];

  @Field(() => String, { nullable: true, description: 'The account, as the vendor last called it.' })
  accountName!: string | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When the vendor’s token ends; it is renewed before, where it can be.',
  })
  expiresAt!: Date | null;

  @Field(() => ConnectionTestType, {
    nullable: true,
    description: 'What the last finished test found; null before the first.',
  })
  lastTest!: ConnectionTestType | null;

  @Field(() => Boolean, { description: 'Whether a test is under way whose result is still to come.' })
  testing!: boolean;

  @Field(() => DateTimeScalar)
  createdAt!: Date;

  @Field(() => DateTimeScalar)
  updatedAt!: Date;

  /** Not in the schema: what its fields are resolved by. */
  links!: { id: string; workspaceId: string; agentKey: string | null; integrationKey: string };
}
