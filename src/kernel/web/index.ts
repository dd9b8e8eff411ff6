export { asAppError, HttpFault } from './http-fault.js';
export { createHttpApplication, type HttpApplicationOptions } from './http-application.js';
export { RawRoutes, type RawAnswer, type RawHttpRequest, type RawRoute, type RawRoutesSource } from './raw-routes.js';
export { requestIdHeader, requestIdOf } from './request-id.js';
export { localeOf, type RestError } from './rest-error.js';
export { csrfHeader, sessionCookieIn, sessionCookieName } from './session-cookie.js';
export { refuseUpgrade, WebSocketRoutes, type UpgradeHandler } from './web-socket-routes.js';
export { webConfig } from './web.config.js';
export { WebModule } from './web.module.js';
