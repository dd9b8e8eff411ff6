import { secretField, textField, type CredentialField, type FieldOptions } from './credential-field.js';

type Unlabelled = Omit<FieldOptions, 'label'>;

export const apiKeyLabel = { en: 'API key', fr: 'Clé d’API' };

/** The one key that a vendor asks for, where it calls it just that. */
export function apiKeyField(options: Unlabelled = {}): CredentialField {
  return secretField('apiKey', { label: apiKeyLabel, ...options });
}

/** The public half of an OAuth application that the user has registered with the vendor. */
export function clientIdField(options: Unlabelled = {}): CredentialField {
  return textField('clientId', { label: { en: 'Client ID', fr: 'ID client' }, ...options });
}

/** The secret half of it. */
export function clientSecretField(options: Unlabelled = {}): CredentialField {
  return secretField('clientSecret', { label: { en: 'Client secret', fr: 'Secret client' }, ...options });
}
