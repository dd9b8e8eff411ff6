import { Injectable } from '@nestjs/common';
import type { VapiClient } from '@vapi-ai/server-sdk';
import { Config } from '../../../../kernel/config/index.js';
import { vapiConfig } from '../vapi.config.js';

/** Why Vapi did not say: it does not know the call, does not take our key, or is not to be asked any more for now. */
export type Refusal = 'unknown' | 'key-refused' | 'later';

const timeoutInSeconds = 10;

/** Calls as Vapi has them. Its SDK is large, so it is loaded with the first question. */
@Injectable()
export class VapiCalls {
  #client: Promise<VapiClient> | undefined;

  constructor(private readonly config: Config) {}

  /** Whether there is an account that can be asked. */
  get hasAccount(): boolean {
    return this.config.get(vapiConfig).apiKey !== undefined;
  }

  /** @returns the call's JSON, unchecked. */
  async find(callKey: string, signal: AbortSignal): Promise<{ call: unknown } | { refusal: Refusal; error: unknown }> {
    const client = await (this.#client ??= this.open());
    try {
      // A signal of its own: the SDK leaves its listeners on the one that it is given.
      return { call: await client.calls.get({ id: callKey }, { abortSignal: AbortSignal.any([signal]) }) };
    } catch (error) {
      return { refusal: refusalOf(error), error };
    }
  }

  private async open(): Promise<VapiClient> {
    const { apiKey, baseUrl } = this.config.get(vapiConfig);
    const sdk = await import('@vapi-ai/server-sdk');
    return new sdk.VapiClient({ token: apiKey?.reveal() ?? '', baseUrl, maxRetries: 0, timeoutInSeconds });
  }
}

function refusalOf(error: unknown): Refusal {
  const status = typeof error === 'object' && error !== null && 'statusCode' in error ? error.statusCode : undefined;
  if (status === 401 || status === 403) return 'key-refused';
  return status === 404 || status === 400 ? 'unknown' : 'later';
}
