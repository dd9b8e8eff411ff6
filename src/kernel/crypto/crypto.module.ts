import { Global, Module } from '@nestjs/common';
import { Config } from '../config/index.js';
import { cryptoConfig } from './crypto.config.js';
import { Envelope } from './envelope.js';
import { KeyRing } from './key-ring.js';

/** Makes `Envelope` injectable everywhere. */
@Global()
@Module({
  providers: [
    { provide: KeyRing, inject: [Config], useFactory: (config: Config) => config.get(cryptoConfig).keyRing },
    Envelope,
  ],
  exports: [Envelope],
})
export class CryptoModule {}
