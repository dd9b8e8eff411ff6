import { Secret, type ConfigValues } from '../../kernel/config/index.js';
import type { HttpTarget } from '../../kernel/http/index.js';
import { ModelNotSetUp } from './models.errors.js';
import type { modelsConfig } from './models.config.js';

/** Which of the three ways of asking a model takes. */
export type ModelDialect = 'openai' | 'anthropic' | 'compatible';

/** Where a model is asked, and with whose key. */
export interface ModelAccount {
  dialect: ModelDialect;
  target: HttpTarget;
}

type Settings = ConfigValues<(typeof modelsConfig)['settings']>;

/**
 * The account for models of a provider. Whoever runs a server that speaks like OpenAI's has its models there, whatever
 * they are called.
 *
 * @throws ModelNotSetUp
 */
export function modelAccount(provider: string, settings: Settings): ModelAccount {
  const { openAiKey, openAiBaseUrl, anthropicKey } = settings;
  if (provider === 'anthropic') {
    if (!anthropicKey) throw new ModelNotSetUp(provider, 'ANTHROPIC_API_KEY');
    return account('anthropic', 'https://api.anthropic.com/v1', { 'x-api-key': anthropicKey });
  }
  if (openAiBaseUrl !== undefined) return account('compatible', openAiBaseUrl, bearer(openAiKey));
  if (provider !== 'openai') throw new ModelNotSetUp(provider, 'OPENAI_BASE_URL');
  if (!openAiKey) throw new ModelNotSetUp(provider, 'OPENAI_API_KEY');
  return account('openai', 'https://api.openai.com/v1', bearer(openAiKey));
}

function account(dialect: ModelDialect, baseUrl: string, headers: HttpTarget['headers']): ModelAccount {
  return { dialect, target: { name: `model-${dialect}`, baseUrl, hostFrom: 'operator', headers } };
}

function bearer(key: Secret | undefined): HttpTarget['headers'] {
  return key ? { authorization: new Secret(`Bearer ${key.reveal()}`) } : {};
}
