import { Global, Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { Config } from '../config/index.js';
import { databaseConfig } from '../database/index.js';
import { AppLogger } from '../observability/index.js';
import { queueConfig, RepeatedErrors } from '../queue/index.js';
import { Events } from './events.js';
import { LiveEvents } from './live-events.js';
import { LiveTransport } from './live-transport.js';
import { PostgresLiveTransport } from './postgres-live-transport.js';
import { RedisLiveTransport } from './redis-live-transport.js';

function createTransport(config: Config, log: AppLogger): LiveTransport {
  const errors = new RepeatedErrors(log, 'live.connection_error');
  const { redisUrl } = config.get(queueConfig);
  if (redisUrl !== undefined) return new RedisLiveTransport(redisUrl, errors);
  return new PostgresLiveTransport(config.get(databaseConfig).url, errors);
}

/** Facts between modules, and live events between processes. */
@Global()
@Module({
  imports: [DiscoveryModule],
  providers: [{ provide: LiveTransport, useFactory: createTransport, inject: [Config, AppLogger] }, Events, LiveEvents],
  exports: [Events, LiveEvents],
})
export class EventsModule {}
