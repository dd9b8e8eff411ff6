import { Module } from '@nestjs/common';
import { VapiAccountReader } from './vapi-account-reader.js';
import { VaultedVapiAccount } from './vaulted-vapi-account.js';
import { VapiProvidersService } from './vapi-providers.service.js';

/** The catalogue of the providers that Vapi itself connects. The workspace's account is reached through IntegrationsModule, which is global. */
@Module({
  providers: [VapiProvidersService, { provide: VapiAccountReader, useClass: VaultedVapiAccount }],
  exports: [VapiProvidersService],
})
export class ProvidersModule {}
