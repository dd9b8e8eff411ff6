import { z } from 'zod';
import { inLocale, type Locale } from '../../kernel/errors/index.js';
import type { Connector } from '../core/connector.js';
import type { CredentialField } from '../core/credential-field.js';
import type { Action } from '../core/define-action.js';
import type { Capability } from '../core/capability.js';
import {
  ActionEffect,
  CapabilityStatus,
  type CapabilityType,
  type CredentialFieldType,
  type IntegrationActionType,
  type IntegrationType,
} from './graphql/integration.type.js';

/** A connector in the reader's language. */
export function toIntegrationType(
  connector: Connector,
  { locale, redirectUrl }: { locale: Locale; redirectUrl: string },
): IntegrationType {
  const { key, name, category, description, documentationUrl, setupSteps, leastPrivilege, updatedOn, auth } = connector;
  return {
    id: key,
    name,
    category: inLocale(category, locale),
    description: inLocale(description, locale),
    documentationUrl,
    setupSteps: setupSteps.map((step) => inLocale(step, locale)),
    leastPrivilege: inLocale(leastPrivilege, locale),
    updatedAt: new Date(`${updatedOn}T00:00:00Z`),
    credentialFields: fieldsOf(connector, locale),
    credentialModes: auth.map((mode) => ({
      key: mode.key,
      label: inLocale(mode.label, locale),
      signsIn: mode.grant?.authorization !== undefined,
      redirectUrl: mode.grant?.authorization ? redirectUrl : null,
    })),
  };
}

export function toCapabilityType(agentKey: string, capability: Capability, locale: Locale): CapabilityType {
  const { key, label, status, requiredApi, actions, note, evidenceUrl = null } = capability;
  return {
    key,
    agentKey,
    label: inLocale(label, locale),
    status: CapabilityStatus[status],
    requiredApi,
    actions: actions.map((action) => action.key),
    note: note ? inLocale(note, locale) : null,
    evidenceUrl,
  };
}

export function toActionType({ key, description, effect, input }: Action, locale: Locale): IntegrationActionType {
  return {
    key,
    description: inLocale(description, locale),
    effect: ActionEffect[effect],
    inputSchema: z.toJSONSchema(input, { io: 'input', unrepresentable: 'any' }),
  };
}

function fieldsOf({ auth }: Connector, locale: Locale): CredentialFieldType[] {
  const fields = new Map<string, { field: CredentialField; modes: string[] }>();
  for (const mode of auth) {
    for (const field of mode.fields) {
      const known = fields.get(field.key);
      if (known) known.modes.push(mode.key);
      else fields.set(field.key, { field, modes: [mode.key] });
    }
  }
  return [...fields.values()].map(({ field, modes }) => {
    const { key, label, help, secret, required, pattern, choices } = field;
    return {
      key,
      label: inLocale(label, locale),
      help: help ? inLocale(help, locale) : null,
      secret,
      required,
      pattern: pattern?.source ?? null,
      choices: choices ? [...choices] : null,
      modes,
    };
  });
}
