import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../../kernel/context/index.js';
import { findVapiProviders, type VapiProviderQuery } from './find-vapi-providers.js';
import { loadVapiCatalogue } from './load-vapi-catalogue.js';
import { VapiAccountReader } from './vapi-account-reader.js';
import type { VapiCategory } from './vapi-catalogue.schema.js';

/** The providers that Vapi itself connects, and what of them the workspace's Vapi account has. */
@Injectable()
export class VapiProvidersService {
  constructor(private readonly account: VapiAccountReader) {}

  /** The same for every workspace. */
  async list(query: VapiProviderQuery = {}): Promise<VapiCategory[]> {
    return findVapiProviders(await loadVapiCatalogue(), query);
  }

  /** From Vapi, at most half a minute old; null when there is no account, or when it cannot be read. */
  connected(ctx: RequestContext): Promise<ReadonlySet<string> | null> {
    return this.account.credentialProviders(ctx);
  }
}
