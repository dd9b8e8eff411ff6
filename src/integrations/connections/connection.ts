import type { TestOutcome } from '../access/verify-connection.js';
import type { LocalizedText } from '../../kernel/errors/index.js';

export type StoredStatus = 'CONFIGURED' | 'CONNECTED' | 'ERROR' | 'EXPIRED' | 'DISCONNECTED';

export interface StoredSetting {
  value: string;
  updatedAt: string;
}

/** A secret as stored; `preview` is all of it that is ever shown. */
export interface StoredSecret {
  sealed: string;
  preview: string;
  updatedAt: string;
}

export interface StoredTest {
  testId: string;
  outcome: TestOutcome;
  accountName: string | null;
  missing: string[];
  message: LocalizedText | null;
  at: string;
}

/** A connection of an agent, or of the workspace, with a vendor; as its row has it. */
export interface Connection {
  id: string;
  workspaceId: string;
  /** Null: the workspace's own. */
  agentKey: string | null;
  integrationKey: string;
  name: string;
  mode: 'VAULTED_HERE' | 'MANAGED_BY_VAPI';
  authMode: string;
  status: StoredStatus;
  settings: Readonly<Record<string, StoredSetting>>;
  secrets: Readonly<Record<string, StoredSecret>>;
  /** Counts what was entered: a test of older credentials says nothing about newer ones. */
  credentialsVersion: number;
  /** Sealed. */
  accessGrant: string | null;
  grantExpiresAt: Date | null;
  grantVersion: number;
  accountName: string | null;
  lastTest: StoredTest | null;
  testId: string | null;
  testStartedAt: Date | null;
  createdAt: Date;
  updatedAt: Date;
}

/** By what a connection is named from outside. */
export interface ConnectionKey {
  agentKey: string | null;
  integrationKey: string;
  name: string;
}

export const defaultName = 'default';
