import { Injectable } from '@nestjs/common';
import { continueTrace, deploymentWorkspaceId, type RequestContext } from '../context/index.js';
import { localeIn, toLocale } from '../errors/index.js';
import { Authenticator, type PresentedCredentials } from './authenticator.js';
import type { RequestCarrier } from './request-of.js';

/** The parts of a request from which its context is made, HTTP and WebSocket alike. */
export interface RequestFacts extends PresentedCredentials {
  requestId: string;
  acceptLanguage?: string | undefined;
  traceparent?: string | undefined;
}

/** Makes the context of a request; refused credentials become an anonymous context with a fault beside it. */
@Injectable()
export class ContextFactory {
  constructor(private readonly authenticator: Authenticator) {}

  async fromRequest(facts: RequestFacts): Promise<Required<Pick<RequestCarrier, 'requestContext'>> & RequestCarrier> {
    try {
      const identity = await this.authenticator.authenticate(facts);
      if (!identity) return { requestContext: anonymous(facts) };
      const { actor, workspaceId, access, expiresAt } = identity;
      const locale = localeIn(facts.acceptLanguage) ?? identity.locale ?? 'fr';
      return { requestContext: { ...anonymous(facts), actor, workspaceId, access, locale }, expiresAt };
    } catch (fault) {
      const authenticationFault =
        fault instanceof Error ? fault : new Error('Authentication failed.', { cause: fault });
      return { requestContext: anonymous(facts), authenticationFault };
    }
  }
}

function anonymous(facts: RequestFacts): RequestContext {
  return {
    workspaceId: deploymentWorkspaceId,
    actor: { id: 'anonymous', kind: 'anonymous', role: 'NONE', permissions: [] },
    locale: toLocale(facts.acceptLanguage),
    requestId: facts.requestId,
    trace: continueTrace(facts.traceparent),
    access: 'tenant',
  };
}
