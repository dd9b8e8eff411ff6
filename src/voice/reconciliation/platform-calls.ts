import { Injectable } from '@nestjs/common';
import { deploymentWorkspaceId, type RequestContext } from '../../kernel/context/index.js';
import { toE164 } from '../calls/merge/phone-identity.js';
import { TwilioAccounts } from '../providers/twilio/twilio-accounts.js';
import type { TwilioCall } from '../providers/twilio/api/twilio-call.js';
import { VapiAccounts } from '../providers/vapi/provisioning/vapi-accounts.js';
import type { ListedCall } from '../providers/vapi/provisioning/live-call.js';
import { ownerKeys } from '../providers/vapi/reading/read-call-snapshot.js';
import { readVapiMessage } from '../providers/vapi/reading/vapi-message.js';
import { VapiOwners } from '../providers/vapi/vapi-owners.js';
import type { LineCall } from './join-calls.js';
import { ReconciledLines } from './reconciled-lines.repository.js';

/** By the workspace that they are of. */
export type ByWorkspace<T> = ReadonlyMap<string, readonly T[]>;

/** Asks one account for its calls since a moment. @throws HttpFailure */
export type CallList<T> = (since: Date) => Promise<ByWorkspace<T>>;

const callSid = /^CA[0-9a-fA-F]{32}$/;
/** Others are not Vapi’s, and could stand for another call here. */
const callId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The calls of an account: that of the workspace of the context, or the deployment’s where it is the deployment’s. */
@Injectable()
export class PlatformCalls {
  constructor(
    private readonly vapiAccounts: VapiAccounts,
    private readonly twilioAccounts: TwilioAccounts,
    private readonly owners: VapiOwners,
    private readonly lines: ReconciledLines,
  ) {}

  /** Null where there is no account of its own. */
  async vapi(ctx: RequestContext): Promise<CallList<ListedCall> | null> {
    const shared = ctx.workspaceId === deploymentWorkspaceId;
    const account = shared ? await this.vapiAccounts.deployment() : await this.vapiAccounts.find(ctx);
    if (account?.shared !== shared) return null;
    return async (since) => {
      const calls = await account.api('reconcile_calls').listCalls(since);
      const known = calls.filter(({ id }) => callId.test(id));
      const owned = await Promise.all(known.map(async (call) => [await this.ownerOf(call), call] as const));
      return group(owned, ctx);
    };
  }

  /** Null where there is no account of its own, or it has no numbers that are known here. */
  async twilio(ctx: RequestContext): Promise<CallList<LineCall> | null> {
    const shared = ctx.workspaceId === deploymentWorkspaceId;
    const account = shared ? await this.twilioAccounts.deployment() : await this.twilioAccounts.find(ctx);
    if (account?.shared !== shared) return null;
    const lines = await this.lines.ofAccountAcrossTenants(ctx, account.id);
    if (lines.size === 0) return null;
    return async (since) => {
      const calls = await account.api('reconcile_calls').calls.listSince(since);
      const ownLegs = calls.filter(({ sid, parentSid }) => parentSid === null && callSid.test(sid));
      const owned = ownLegs.map((call) => {
        const line = lines.get(lineOf(call) ?? '');
        return [line?.workspaceId ?? null, { call, routedTo: line?.routedTo ?? null }] as const;
      });
      return group(owned, ctx);
    };
  }

  /** The workspace of its assistant, else of its number. */
  private async ownerOf(call: ListedCall): Promise<string | null> {
    const message = readVapiMessage({ message: { type: 'status-update', call } }, new Date());
    return message && this.owners.workspaceOf(ownerKeys(message));
  }
}

function lineOf({ direction, from, to }: TwilioCall): string | null {
  return toE164(direction?.startsWith('outbound') === true ? from : to);
}

/** What is nobody’s is left out, and what another workspace claims in an account that is not its own. */
function group<T>(owned: readonly (readonly [owner: string | null, call: T])[], { workspaceId }: RequestContext) {
  const groups = new Map<string, T[]>();
  for (const [owner, call] of owned) {
    if (owner === null || (workspaceId !== deploymentWorkspaceId && owner !== workspaceId)) continue;
    groups.set(owner, [...(groups.get(owner) ?? []), call]);
  }
  return groups;
}
