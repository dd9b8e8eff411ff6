import { Global, Module } from '@nestjs/common';
import { AttemptRecord } from './attempt-record.js';
import { HttpClient } from './http-client.js';

/** Makes `HttpClient` injectable everywhere. */
@Global()
@Module({
  providers: [
    AttemptRecord,
    {
      provide: HttpClient,
      inject: [AttemptRecord],
      useFactory: (observer: AttemptRecord) => new HttpClient({ observer }),
    },
  ],
  exports: [HttpClient],
})
export class HttpModule {}
