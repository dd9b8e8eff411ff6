import { Module } from '@nestjs/common';
import { NoVapiAccount, VapiAccountReader } from './vapi-account-reader.js';
import { VapiProvidersService } from './vapi-providers.service.js';

/** The catalogue of the providers that Vapi itself connects. */
@Module({
  providers: [VapiProvidersService, { provide: VapiAccountReader, useClass: NoVapiAccount }],
  exports: [VapiProvidersService],
})
export class ProvidersModule {}
