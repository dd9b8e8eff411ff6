export { CallKeys } from './call-keys.js';
export { WebhookAddresses, type WebhookAddress } from './endpoints/webhook-addresses.js';
export { IntakeUnavailable } from './inbox/inbox.errors.js';
export { EndpointProofs, type EndpointClaim, type ProvenEndpoint } from './intake/endpoint-proofs.js';
export { isInfrastructureFailure } from './relay/failure.js';
export { endpointPrefix } from './graphql/webhook-endpoint.type.js';
export { WebhookEventType } from './graphql/webhook-event.type.js';
export {
  WebhookSource,
  type CompanionStatement,
  type EndpointProof,
  type RawRequest,
  type ReadEvent,
  type ReplyRequest,
  type StoredEvent,
  type WebhookDialect,
  type WebhookSourceContract,
} from './webhook-source.js';
export { WebhooksApiModule } from './webhooks.api.module.js';
export { WebhooksModule } from './webhooks.module.js';
export { WebhooksWorkerModule } from './webhooks.worker.module.js';
