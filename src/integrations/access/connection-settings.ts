import type { AccessGrant } from '../core/access-grant.js';
import type { CredentialValues } from '../core/credential-values.js';
import type { VendorSettings } from '../core/vendor-client.js';

/** The settings of a connection and what its vendor told with the token; its secrets stay behind. */
export class ConnectionSettings implements VendorSettings {
  constructor(
    private readonly values: CredentialValues,
    private readonly grant: AccessGrant | undefined,
  ) {}

  text(key: string): string {
    return this.values.text(key);
  }

  optionalText(key: string): string | undefined {
    return this.values.optionalText(key);
  }

  fact(key: string): string {
    const fact = this.optionalFact(key);
    if (fact === undefined) throw new Error(`The vendor did not tell "${key}" with its token.`);
    return fact;
  }

  optionalFact(key: string): string | undefined {
    return this.grant?.facts?.[key];
  }
}
