import { Module } from '@nestjs/common';
import { APP_GUARD, DiscoveryModule } from '@nestjs/core';
import { AccessGuard } from '../auth/index.js';
import { RawRouter } from './raw-router.js';
import { WebSocketRoutes } from './web-socket-routes.js';

/** What serves over HTTP: the guard that denies by default, raw routes, WebSockets. */
@Module({
  imports: [DiscoveryModule],
  providers: [RawRouter, WebSocketRoutes, { provide: APP_GUARD, useClass: AccessGuard }],
  exports: [WebSocketRoutes, RawRouter],
})
export class WebModule {}
