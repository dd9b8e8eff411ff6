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

/** What is shown with a connection whose integration is not offered any more. */
export function toWithdrawnType(
  key: string,
  { locale, redirectUrl }: { locale: Locale; redirectUrl: string },
): IntegrationType {
  const description = {
    en: 'This integration is not offered any more. Disconnect it to erase its credentials.',
    fr: 'Cette intégration n’est plus proposée. Déconnectez-la pour effacer ses identifiants.',
  };
  return {
    id: key,
    name: key,
    category: inLocale({ en: 'Not offered any more', fr: 'Plus proposée' }, locale),
    description: inLocale(description, locale),
    // There is no page of a vendor any more; ours is where it can be disconnected.
    documentationUrl: new URL('/graphql', redirectUrl).href,
    setupSteps: [],
    leastPrivilege: '',
    updatedAt: new Date(0),
    credentialFields: [],
    credentialModes: [],
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
