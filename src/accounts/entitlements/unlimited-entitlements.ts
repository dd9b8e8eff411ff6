import { Injectable } from '@nestjs/common';
import { Entitlements, type EntitlementAnswer } from './entitlements.js';

/** There are no plans yet: everything is allowed. */
@Injectable()
export class UnlimitedEntitlements extends Entitlements {
  check(): Promise<EntitlementAnswer> {
    return Promise.resolve({ allowed: true });
  }
}
