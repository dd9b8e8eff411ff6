import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { RequestContext } from '../../kernel/context/index.js';
import type { VoiceAssistant } from '../assistants/voice-assistant.entity.js';
import type { AssistantWish, VapiBelongings } from '../providers/vapi/provisioning/plan-assistant.js';
import { ServerProofs } from '../providers/vapi/provisioning/server-proof.js';
import type { VapiToolServer } from '../providers/vapi/provisioning/tool-body.js';
import type { VapiAccount } from '../providers/vapi/provisioning/vapi-accounts.js';
import type { VapiApi } from '../providers/vapi/provisioning/vapi-api.js';
import { VapiTools } from '../providers/vapi/provisioning/vapi-tools.js';
import { VapiServers } from './vapi-servers.js';

/** What is known of an address before anything has been made for it. */
export interface PlannedServer {
  server: VapiToolServer;
  /** The name of a credential that has to be made. */
  credential: string | null;
}

const planned: VapiToolServer = { url: 'https://planned.invalid', credentialId: 'planned' };

const belongings = z.object({
  paths: z.array(z.string()),
  tools: z.array(z.object({ id: z.string(), key: z.string(), made: z.boolean() })),
});

/** Assistants as they are to be at Vapi. */
@Injectable()
export class AssistantWishes {
  constructor(
    private readonly servers: VapiServers,
    private readonly tools: VapiTools,
  ) {}

  compose(assistant: VoiceAssistant, server: VapiToolServer): AssistantWish {
    return {
      assistant,
      server,
      bodies: this.tools.bodiesOf(assistant, server),
      belongings: belongingsOf(assistant),
    };
  }

  /** Reads only. @throws HttpFailure, VapiSecretMissing */
  async plannedServer(ctx: RequestContext, account: VapiAccount, api: VapiApi): Promise<PlannedServer> {
    const address = await this.servers.find(ctx, account);
    if (!address) return { server: planned, credential: null };
    const { proof, credential } = await new ServerProofs(api).plan(address.secret);
    return { server: { url: address.url, ...proof }, credential: credential?.isNew ? credential.name : null };
  }

  /** Opens the address, and makes a credential for it, where there is none. @throws HttpFailure, VapiSecretMissing */
  async openServer(ctx: RequestContext, account: VapiAccount, api: VapiApi): Promise<VapiToolServer> {
    const { url, secret } = await this.servers.open(ctx, account);
    const { proof } = await new ServerProofs(api).apply(secret);
    return { url, ...proof };
  }

  /** Null where the workspace has none of its own yet. */
  async urlOf(ctx: RequestContext, account: VapiAccount): Promise<string | null> {
    return (await this.servers.find(ctx, account))?.url ?? null;
  }
}

/** What this server wrote itself. */
export function belongingsOf({ vapiBelongings }: Pick<VoiceAssistant, 'vapiBelongings'>): VapiBelongings | null {
  return belongings.nullable().parse(vapiBelongings);
}
