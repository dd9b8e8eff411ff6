import type { RequestCarrier } from '../auth/index.js';

declare module 'fastify' {
  interface FastifyRequest extends Pick<RequestCarrier, 'requestContext' | 'authenticationFault'> {}
  interface FastifyContextConfig {
    /** The route needs to know nothing about who asks: no context is made. */
    withoutContext?: boolean;
  }
}
