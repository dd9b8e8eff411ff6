import {
  Check,
  Column,
  CreateDateColumn,
  Entity,
  ForeignKey,
  Index,
  PrimaryColumn,
  Unique,
  UpdateDateColumn,
} from 'typeorm';
import type { Personality } from './catalogue/personalities.js';

/** Who answers the phone: Vapi, or this server with TwiML. */
export const callRoutes = ['VAPI', 'TWILIO'] as const;
export type CallRoute = (typeof callRoutes)[number];

/** Whether the assistant at Vapi is as declared here. */
export const syncStates = ['PENDING', 'SYNCED', 'FAILED', 'DRIFTED'] as const;
export type SyncState = (typeof syncStates)[number];

export const toolKinds = ['OURS', 'VAPI_NATIVE'] as const;
export type ToolKind = (typeof toolKinds)[number];

/** A tool that an assistant has, and what it says meanwhile. */
export interface AssistantTool {
  key: string;
  kind: ToolKind;
  sayOnStart: string | null;
  sayOnDone: string | null;
  sayOnFailure: string | null;
}

/** One thing that is otherwise at Vapi than it is declared here, as its owner reads it. */
export interface AssistantDifference {
  /** `assistant.firstMessage`, `tool:availability_read`, `credential`. */
  target: string;
  action: 'CREATE' | 'UPDATE' | 'DELETE' | 'ATTACH' | 'DETACH';
  /** Secrets are masked. */
  before: unknown;
  after: unknown;
}

/** An assistant as it is declared here; provisioning makes Vapi agree. */
@Entity('voice_assistants')
@Unique('voice_assistants_of_workspace', ['workspaceId', 'id'])
@Check('voice_assistants_route_check', `route IN ('VAPI', 'TWILIO')`)
@Check(
  'voice_assistants_personality_check',
  `personality IN ('PROFESSIONAL', 'FRIENDLY', 'WARM', 'CONCISE', 'ENTHUSIASTIC')`,
)
@Check('voice_assistants_sync_state_check', `sync_state IN ('PENDING', 'SYNCED', 'FAILED', 'DRIFTED')`)
@Index('voice_assistants_page', { synchronize: false })
@Index('voice_assistants_unsettled', ['workspaceId'], { where: `sync_state = 'PENDING'` })
@Index('voice_assistants_number', { synchronize: false })
@Index('voice_assistants_vapi', ['vapiAssistantId'], { unique: true, where: 'deleted_at IS NULL' })
@ForeignKey('Client', ['workspaceId', 'clientId'], ['workspaceId', 'id'], { name: 'voice_assistants_client_fk' })
export class VoiceAssistant {
  @PrimaryColumn('uuid')
  id!: string;

  @ForeignKey('Workspace', { name: 'voice_assistants_workspace_fk' })
  @Column('uuid', { name: 'workspace_id' })
  workspaceId!: string;

  @Column('uuid', { name: 'client_id' })
  clientId!: string;

  /** The user who made it; none when an API key did. */
  @ForeignKey('User', { name: 'voice_assistants_owner_fk' })
  @Column('uuid', { name: 'owner_id', nullable: true })
  ownerId!: string | null;

  @Column('text')
  name!: string;

  @Column('text', { name: 'phone_number', nullable: true })
  phoneNumber!: string | null;

  @Column('text', { default: 'VAPI' })
  route!: CallRoute;

  @Column('boolean', { default: true })
  active!: boolean;

  /** BCP 47. */
  @Column('text')
  language!: string;

  @Column('text', { name: 'other_languages', array: true, default: '{}' })
  otherLanguages!: string[];

  /** IANA. */
  @Column('text', { name: 'time_zone' })
  timeZone!: string;

  @Column('text', { name: 'model_provider' })
  modelProvider!: string;

  @Column('text')
  model!: string;

  @Column('text', { name: 'voice_provider' })
  voiceProvider!: string;

  @Column('text', { name: 'voice_id' })
  voiceId!: string;

  @Column('text', { name: 'transcriber_provider' })
  transcriberProvider!: string;

  @Column('text', { name: 'transcriber_model', nullable: true })
  transcriberModel!: string | null;

  @Column('text')
  personality!: Personality;

  /** What the assistant knows and does, in the owner's words. */
  @Column('text')
  context!: string;

  @Column('text', { name: 'first_message' })
  firstMessage!: string;

  @Column('text', { name: 'transfer_number', nullable: true })
  transferNumber!: string | null;

  @Column('boolean', { name: 'recording_enabled', default: true })
  recordingEnabled!: boolean;

  @Column('jsonb', { default: '[]' })
  tools!: AssistantTool[];

  @Column('text', { name: 'vapi_assistant_id', nullable: true })
  vapiAssistantId!: string | null;

  @Index('voice_assistants_vapi_number')
  @Column('text', { name: 'vapi_phone_number_id', nullable: true })
  vapiPhoneNumberId!: string | null;

  @Column('text', { name: 'sync_state', default: 'PENDING' })
  syncState!: SyncState;

  @Column('text', { name: 'sync_error', nullable: true })
  syncError!: string | null;

  /** What this server has put into it at Vapi; null until it has. */
  @Column('jsonb', { name: 'vapi_belongings', nullable: true })
  vapiBelongings!: object | null;

  /** How it differs at Vapi, as provisioning has found it; null where it does not. */
  @Column('jsonb', { nullable: true })
  drift!: AssistantDifference[] | null;

  /** When one of what provisioning keeps of it was last written. */
  @Column('timestamptz', { name: 'sync_at', nullable: true })
  syncAt!: Date | null;

  @CreateDateColumn({ name: 'created_at', type: 'timestamptz' })
  createdAt!: Date;

  @UpdateDateColumn({ name: 'updated_at', type: 'timestamptz' })
  updatedAt!: Date;

  /** Deleted assistants stay, since their calls do. */
  @Column('timestamptz', { name: 'deleted_at', nullable: true })
  deletedAt!: Date | null;
}
