export { AddressGuard, isPublicAddress, type AddressRules, type Resolve } from './address-guard.js';
export { HttpClient, type HttpClientParts } from './http-client.js';
export { HttpModule } from './http.module.js';
export { HttpObserver, type HttpAttempt } from './http-observer.js';
export type {
  HttpBody,
  HttpHeaders,
  HttpMethod,
  HttpQuery,
  HttpReply,
  HttpRequest,
  HttpTarget,
  RawReply,
  Verdict,
} from './http-request.js';
export type { HttpTimer } from './http-timer.js';
export {
  AddressRefused,
  CredentialRejected,
  HttpFailure,
  type PlatformWords,
  ReplyRefused,
  RightsMissing,
  UpstreamRateLimited,
  UpstreamRefused,
  UpstreamUnavailable,
} from './http.errors.js';
export { bytesReply, jsonReply, noReply, textReply, type ReplyReader } from './reply-reader.js';
export { route } from './request-url.js';
