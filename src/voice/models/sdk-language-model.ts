import { Injectable } from '@nestjs/common';
import type { LanguageModel as SdkModel, Tool } from 'ai';
import { Config } from '../../kernel/config/index.js';
import { AppError } from '../../kernel/errors/index.js';
import { HttpClient } from '../../kernel/http/index.js';
import { LanguageModel, type ModelAnswer, type ModelRequest } from './language-model.js';
import { modelAccount, type ModelAccount } from './model-account.js';
import { modelsConfig } from './models.config.js';
import { ModelAnswerUnreadable } from './models.errors.js';
import { toSdkMessages } from './sdk-messages.js';
import { vendorFetch } from './vendor-fetch.js';

/** What is spoken in one breath; a model that goes on and on is cut off. */
const longestAnswerTokens = 600;

/** Models of OpenAI, of Anthropic, and of whoever speaks like OpenAI. The SDK is loaded with the first question. */
@Injectable()
export class SdkLanguageModel extends LanguageModel {
  readonly #models = new Map<string, Promise<SdkModel>>();

  constructor(
    private readonly config: Config,
    private readonly http: HttpClient,
  ) {
    super();
  }

  async answer({ provider, model, system, messages, tools, signal }: ModelRequest): Promise<ModelAnswer> {
    const account = modelAccount(provider, this.config.get(modelsConfig));
    const { generateText, jsonSchema } = await import('ai');
    const offered: Record<string, Tool> = Object.fromEntries(
      tools.map(({ name, description, parameters }) => [name, { description, inputSchema: jsonSchema(parameters) }]),
    );
    const result = await generateText({
      model: await this.model(account, model),
      system,
      messages: toSdkMessages(messages),
      ...(tools.length > 0 && { tools: offered }),
      // Nothing is sent twice: the caller listens to silence meanwhile.
      maxRetries: 0,
      maxOutputTokens: longestAnswerTokens,
      abortSignal: signal,
    }).catch((error: unknown) => {
      throw readable(error, signal);
    });
    const { inputTokens = 0, outputTokens = 0, inputTokenDetails } = result.usage;
    return {
      text: result.text,
      toolCalls: result.toolCalls.map((call) => ({
        id: call.toolCallId,
        name: call.toolName,
        arguments: asked(call.input),
      })),
      usage: { input: inputTokens, cached: inputTokenDetails.cacheReadTokens ?? 0, output: outputTokens },
    };
  }

  private model(account: ModelAccount, model: string): Promise<SdkModel> {
    const key = JSON.stringify([account.dialect, model]);
    const known = this.#models.get(key) ?? this.open(account, model);
    this.#models.set(key, known);
    return known;
  }

  private async open({ dialect, target }: ModelAccount, model: string): Promise<SdkModel> {
    // The keys are the target's; the SDK only has to be content.
    const settings = { baseURL: target.baseUrl, apiKey: '-', fetch: vendorFetch(this.http, target) };
    if (dialect === 'anthropic') return (await import('@ai-sdk/anthropic')).createAnthropic(settings)(model);
    if (dialect === 'openai') return (await import('@ai-sdk/openai')).createOpenAI(settings).chat(model);
    const { createOpenAICompatible } = await import('@ai-sdk/openai-compatible');
    return createOpenAICompatible({ ...settings, name: 'compatible' })(model);
  }
}

/** Our own errors and the caller's giving up as they are; what the SDK could not read by one name. */
function readable(error: unknown, signal: AbortSignal): unknown {
  if (signal.aborted) return signal.reason;
  return error instanceof AppError ? error : new ModelAnswerUnreadable(error);
}

/** What the schema of a tool does not promise, its own check will look at. */
function asked(input: unknown): unknown {
  return input;
}
