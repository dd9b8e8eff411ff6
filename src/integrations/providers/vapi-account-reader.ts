import type { RequestContext } from '../../kernel/context/index.js';

/** What a credential of a Vapi account says about itself; `service` where one provider has several. */
export interface VapiCredential {
  provider: string;
  service?: string | undefined;
}

/** Reads the workspace's own Vapi account. */
export abstract class VapiAccountReader {
  /**
   * What is connected there, as slugs: of each credential by `toCredentialSlug`, and the provider of each telephone
   * number, since an import may bring keys of its own (`twilio`, `vonage`, `telnyx`, `vapi`).
   *
   * @returns null when the workspace has connected no Vapi account, or when Vapi cannot be reached; it never throws for
   *   either.
   */
  abstract credentialProviders(ctx: RequestContext): Promise<ReadonlySet<string> | null>;
}

/** `langfuse`, or `azure:blob_storage` for a provider with several services. */
export function toCredentialSlug({ provider, service }: VapiCredential): string {
  return service === undefined ? provider : `${provider}:${service}`;
}
