import type { LocalizedText } from '../../kernel/errors/index.js';
import type { HttpMethod, RawReply, Verdict } from '../../kernel/http/index.js';
import type { AuthMode } from './auth-mode.js';
import type { Capability } from './capability.js';
import type { Action } from './define-action.js';
import type { VendorClient, VendorSettings } from './vendor-client.js';

/** What one agent gets of a connector. */
export interface AgentShare {
  readonly capabilities: readonly Capability[];
  readonly actions: readonly Action[];
}

/** A request as a limit sees it. */
export interface PacedRequest {
  readonly method: HttpMethod;
  /** With the base's own part. */
  readonly path: string;
}

/** How many requests a vendor takes from one connection; kept by all processes together. */
export interface RateLimit {
  readonly requests: number;
  readonly perMs: number;
  /** Where the limit is for some requests only: its name, unique in the connector, and which ones count. */
  readonly group?: { readonly name: string; covers(request: PacedRequest): boolean };
}

/** By what a vendor sets its limits, where they are not the same for everybody. */
export interface LimitedAccess {
  /** The way in, by its key. */
  readonly mode: string;
  readonly settings: VendorSettings;
}

/** What a connection test found. */
export interface VerifiedAccount {
  /** As the vendor's own pages call the account. */
  accountName: string | null;
  /** Rights, scopes or plans that the credentials lack, as the vendor names them. */
  missing?: readonly string[];
}

/** Where a connector's requests begin: an address, or one made from what the user entered or the vendor told. */
export type BaseUrl = string | ((settings: VendorSettings) => string);

/** Everything about one vendor: how to be let in, where and how fast to call, what its replies mean, who gets what. */
export interface Connector {
  /** Its folder's name and its id: `mailchimp`. */
  readonly key: string;
  readonly name: string;
  readonly category: LocalizedText;
  readonly description: LocalizedText;
  readonly documentationUrl: string;
  /** What the user does to get the credentials, step by step. */
  readonly setupSteps: readonly LocalizedText[];
  /** The smallest rights that do. */
  readonly leastPrivilege: LocalizedText;
  /** When the facts in this declaration were last checked: `2026-11-21`. */
  readonly updatedOn: string;
  /** The usual way first. */
  readonly auth: readonly [AuthMode, ...AuthMode[]];
  /** `main` is meant where a request names none. */
  readonly bases: Readonly<Record<'main', BaseUrl>> & Readonly<Record<string, BaseUrl>>;
  /** The only hosts that are called, token services included; `*` stands for one label or a part of one. */
  readonly hosts: readonly string[];
  /** The one host beside `hosts`, for software that its users run themselves; called like any address that a user names. */
  readonly ownHost?: (settings: VendorSettings) => string | undefined;
  /** Sent with every request: a version, an account id. */
  readonly headers?: (settings: VendorSettings) => Readonly<Record<string, string>>;
  /** What a refusal means, where the status alone does not tell. Null leaves it to the status. */
  readonly readFault?: (reply: RawReply) => Verdict | null;
  /** Whether the vendor refuses with 2xx too, so that `readFault` is asked about every reply. */
  readonly faultsInSuccess?: boolean;
  readonly rateLimits?: readonly RateLimit[] | ((access: LimitedAccess) => readonly RateLimit[]);
  /** The header in which the vendor takes an idempotency key; absent where it takes none. */
  readonly idempotencyHeader?: string;
  /** The cheapest request that proves the credentials. */
  verify(client: VendorClient): Promise<VerifiedAccount>;
  /** Who works with it, and how; empty for a connector of the workspace itself. */
  readonly agents: Readonly<Record<string, AgentShare>>;
}
