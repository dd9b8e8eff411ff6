import { inLocale, type Locale } from '../../kernel/errors/index.js';
import { toGlobalId } from '../../kernel/graphql/index.js';
import type { Connection, StoredTest } from './connection.js';
import {
  ConnectionMode,
  ConnectionStatus,
  TestOutcomeEnum,
  type ConnectionTestType,
  type IntegrationConnectionType,
  type MaskedCredentialType,
} from './graphql/integration-connection.type.js';

export const connectionPrefix = 'connection';
const testLimitMs = 60_000;

function toConnectionId(id: string): string {
  return toGlobalId(connectionPrefix, id);
}

export function toConnectionType(connection: Connection, locale: Locale): IntegrationConnectionType {
  const { id, agentKey, integrationKey, name, mode, authMode, status, accountName, grantExpiresAt, lastTest } =
    connection;
  return {
    id: toConnectionId(id),
    name,
    mode: ConnectionMode[mode],
    credentialMode: authMode,
    status: ConnectionStatus[status],
    credentials: maskedOf(connection),
    accountName,
    expiresAt: grantExpiresAt,
    lastTest: lastTest && toTestType(lastTest, locale),
    testing: isTesting(connection),
    createdAt: connection.createdAt,
    updatedAt: connection.updatedAt,
    links: { id, workspaceId: connection.workspaceId, agentKey, integrationKey },
  };
}

function maskedOf({ settings, secrets }: Connection): MaskedCredentialType[] {
  const shown = Object.entries(settings).map(([key, { value, updatedAt }]) => ({ key, preview: value, updatedAt }));
  const masked = Object.entries(secrets).map(([key, { preview, updatedAt }]) => ({ key, preview, updatedAt }));
  return [...shown, ...masked].map((each) => ({ ...each, updatedAt: new Date(each.updatedAt) }));
}

function toTestType({ outcome, accountName, missing, message, at }: StoredTest, locale: Locale): ConnectionTestType {
  return {
    outcome: TestOutcomeEnum[outcome],
    accountName,
    missing,
    message: message && inLocale(message, locale),
    at: new Date(at),
  };
}

function isTesting({ testId, testStartedAt, lastTest }: Connection): boolean {
  if (testId === null || testStartedAt === null || (lastTest?.testId ?? '') >= testId) return false;
  return Date.now() - testStartedAt.getTime() < testLimitMs;
}
