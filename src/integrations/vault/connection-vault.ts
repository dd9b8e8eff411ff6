import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { Secret } from '../../kernel/config/index.js';
import { Envelope } from '../../kernel/crypto/index.js';
import type { AccessGrant } from '../core/access-grant.js';
import { bindingOf, grantField, type VaultPlace } from './vault-place.js';

const grantSchema = z.object({
  accessToken: z.string(),
  refreshToken: z.string().optional(),
  expiresAt: z.iso.datetime().optional(),
  facts: z.record(z.string(), z.string()).optional(),
});

/** Seals and opens what connections keep secret; the only place in which credentials are ever clear. */
@Injectable()
export class ConnectionVault {
  constructor(private readonly envelope: Envelope) {}

  seal(place: VaultPlace, field: string, value: string): string {
    return this.envelope.seal(value, bindingOf(place, field));
  }

  /** @throws SealBroken, SealedByUnknownKey */
  open(place: VaultPlace, field: string, sealed: string): Secret {
    return new Secret(this.envelope.open(sealed, bindingOf(place, field)).toString('utf8'));
  }

  sealGrant(place: VaultPlace, { accessToken, refreshToken, expiresAt, facts }: AccessGrant): string {
    const plain = {
      accessToken: accessToken.reveal(),
      refreshToken: refreshToken?.reveal(),
      expiresAt: expiresAt?.toISOString(),
      facts,
    };
    return this.envelope.seal(JSON.stringify(plain), bindingOf(place, grantField));
  }

  /** @throws SealBroken, SealedByUnknownKey */
  openGrant(place: VaultPlace, sealed: string): AccessGrant {
    const { accessToken, refreshToken, expiresAt, facts } = grantSchema.parse(
      JSON.parse(this.envelope.open(sealed, bindingOf(place, grantField)).toString('utf8')),
    );
    return {
      accessToken: new Secret(accessToken),
      refreshToken: refreshToken === undefined ? undefined : new Secret(refreshToken),
      expiresAt: expiresAt === undefined ? undefined : new Date(expiresAt),
      facts,
    };
  }
}
