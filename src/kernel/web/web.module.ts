import { Module } from '@nestjs/common';
import { APP_GUARD, DiscoveryModule } from '@nestjs/core';
import { AccessGuard } from '../auth/index.js';
import { RawRoutesRegistrar } from './raw-routes.js';
import { WebSocketRoutes } from './web-socket-routes.js';

/** What serves over HTTP: the guard that denies by default, raw routes, WebSockets. */
@Module({
  imports: [DiscoveryModule],
  providers: [RawRoutesRegistrar, WebSocketRoutes, { provide: APP_GUARD, useClass: AccessGuard }],
  exports: [WebSocketRoutes],
})
export class WebModule {}
