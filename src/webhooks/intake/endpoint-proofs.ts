import { Injectable } from '@nestjs/common';
import { Config } from '../../kernel/config/index.js';
import { deploymentWorkspaceId } from '../../kernel/context/index.js';
import { WebhookSourceRegistry } from '../webhook-source.registry.js';
import { EndpointDirectory } from './endpoint-directory.js';
import { EndpointLimits } from './endpoint-limits.js';
import { publicAddress, toRawRequest, type TakenRequest } from './to-raw-request.js';

/** An endpoint whose secret somebody has proved. */
export interface ProvenEndpoint {
  /** Its id, or `deployment`. */
  account: string;
  workspaceId: string;
}

export interface EndpointClaim {
  /** As in `WebhookSourceContract.name`. */
  source: string;
  /** Undefined for the deployment's own. */
  endpointId: string | undefined;
  request: TakenRequest;
}

/** For routes of other modules that a platform calls as well: the same secrets, proved in the same ways, the same limits. */
@Injectable()
export class EndpointProofs {
  readonly #address: string;

  constructor(
    private readonly sources: WebhookSourceRegistry,
    private readonly endpoints: EndpointDirectory,
    private readonly limits: EndpointLimits,
    config: Config,
  ) {
    this.#address = publicAddress(config);
  }

  /**
   * Over the bytes of the body, before anything of it is believed.
   *
   * @returns null where nothing was proved, whatever the reason.
   * @throws RateLimited, IntakeUnavailable
   */
  async prove({ source: name, endpointId, request }: EndpointClaim): Promise<ProvenEndpoint | null> {
    const source = this.sources.find(name);
    const endpoint = source && (await this.endpoints.find(source, endpointId));
    if (!endpoint || !source.verify(toRawRequest(this.#address, request), endpoint.proof)) return null;
    this.limits.admit(endpoint.account, true);
    return { account: endpoint.account, workspaceId: endpoint.workspaceId ?? deploymentWorkspaceId };
  }
}
