import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { decrypt } from './aes-gcm.js';
import { SealBroken, SealedByUnknownKey } from './crypto.errors.js';
import { Envelope } from './envelope.js';
import { KeyRing } from './key-ring.js';
import type { SealBinding } from './seal-binding.js';
import { readSealed } from './sealed-value.js';

const entry = (id: string) => `${id}:${randomBytes(32).toString('base64')}`;
const envelopeWith = (...entries: string[]) => new Envelope(KeyRing.parse(entries.join(',')) as KeyRing);

const part = fc.string({ minLength: 1, maxLength: 20 }).filter((text) => !text.includes('|') && text !== '-');
const place: fc.Arbitrary<SealBinding> = fc.record({
  table: part,
  workspaceId: part,
  agentId: fc.oneof(part, fc.constant(null), fc.constant(undefined)),
  recordId: part,
  field: part,
});
const bytes = fc.uint8Array({ maxLength: 300 }).map((array) => Buffer.from(array));
const here: SealBinding = { table: 'connections', workspaceId: 'w1', agentId: 'a1', recordId: 'r1', field: 'token' };

const oldKey = entry('old');
const newKey = entry('new');

describe('Envelope', () => {
  const envelope = envelopeWith(oldKey);

  it('opens what it sealed, in the same place', () => {
    fc.assert(fc.property(bytes, place, (plain, at) => envelope.open(envelope.seal(plain, at), at).equals(plain)));
  });

  it('opens text as UTF-8', () => {
    expect(envelope.open(envelope.seal('clé d’accès', here), here).toString()).toBe('clé d’accès');
  });

  it('does not open in any other place', () => {
    fc.assert(
      fc.property(bytes, place, place, (plain, at, elsewhere) => {
        fc.pre(
          JSON.stringify({ ...at, agentId: at.agentId ?? null }) !==
            JSON.stringify({ ...elsewhere, agentId: elsewhere.agentId ?? null }),
        );
        const sealed = envelope.seal(plain, at);
        expect(() => envelope.open(sealed, elsewhere)).toThrow(SealBroken);
        expect(() => envelopeWith(newKey, oldKey).rewrap(sealed, elsewhere)).toThrow(SealBroken);
      }),
    );
  });

  it.each([
    ['workspace', { workspaceId: 'w2' }],
    ['agent', { agentId: 'a2' }],
    ['no agent', { agentId: null }],
    ['record', { recordId: 'r2' }],
    ['field', { field: 'refreshToken' }],
    ['table', { table: 'endpoints' }],
  ])('does not open when its row is copied to another %s', (_, difference) => {
    expect(() => envelope.open(envelope.seal('x', here), { ...here, ...difference })).toThrow(SealBroken);
  });

  it('does not open when any character is changed', () => {
    const sealed = envelope.seal('a secret', here);
    const position = fc.integer({ min: 0, max: sealed.length - 1 });
    fc.assert(
      fc.property(position, fc.string({ minLength: 0, maxLength: 2 }), (at, replacement) => {
        const altered = sealed.slice(0, at) + replacement + sealed.slice(at + 1);
        fc.pre(altered !== sealed);
        expect(() => envelope.open(altered, here)).toThrow();
      }),
      { numRuns: 1000 },
    );
  });

  it.each(['', 'plain text', 'v1', 'v2.old.a.b.c.d', 'v1.old....', '{"a":1}'])('does not open %j', (text) => {
    expect(() => envelope.open(text, here)).toThrow(SealBroken);
  });

  it('never seals the same way twice', () => {
    const sealed = Array.from({ length: 200 }, () => envelope.seal('same', here).split('.'));
    for (const position of [2, 3, 5]) expect(new Set(sealed.map((parts) => parts[position])).size).toBe(200);
  });

  it('writes version and key id in front', () => {
    expect(envelope.seal('x', here)).toMatch(/^v1\.old\.[\w-]{80}\.[\w-]{16}\.[\w-]{22}\.[\w-]{2}$/);
  });

  it('names the key that is missing', () => {
    const sealed = envelope.seal('x', here);
    expect(() => envelopeWith(newKey).open(sealed, here)).toThrow(SealedByUnknownKey);
    expect(() => envelopeWith(newKey).open(sealed, here)).toThrow(/"old"/);
  });

  it('binds the wrapped data key to the id of its master key too', () => {
    const sameKey = oldKey.slice(oldKey.indexOf(':'));
    const twins = envelopeWith(oldKey, `twin${sameKey}`);
    const sealed = twins.seal('x', here);
    expect(() => twins.open(sealed.replace('v1.old.', 'v1.twin.'), here)).toThrow(SealBroken);
  });

  it('binds both layers to the same place, the outer one to its key id as well', () => {
    const ring = KeyRing.parse(oldKey) as KeyRing;
    const sealed = readSealed(new Envelope(ring).seal('x', { ...here, agentId: null }));
    if (!sealed) throw new Error('It cannot be read.');
    const place = 'v1|connections|w1|-|r1|token';
    const dataKey = decrypt(ring.current.key, sealed.dataKey, `${place}|old`);
    expect(decrypt(dataKey, sealed.value, place).toString()).toBe('x');
  });

  it('does not open under another key of the same id', () => {
    expect(() => envelopeWith(entry('old')).open(envelope.seal('x', here), here)).toThrow(SealBroken);
  });

  it('tells neither the plaintext nor the key in its errors', () => {
    const sealed = envelope.seal('canary-7711', here);
    try {
      envelope.open(sealed, { ...here, recordId: 'r2' });
      throw new Error('It opened.');
    } catch (error) {
      expect(JSON.stringify(error)).not.toContain('canary-7711');
      expect((error as SealBroken).meta).toEqual({ place: 'connections.token r2' });
    }
  });

  it.each([{ field: '' }, { recordId: 'a|b' }, { agentId: '-' }])('refuses the ambiguous place %j', (difference) => {
    expect(() => envelope.seal('x', { ...here, ...difference })).toThrow(/bound/);
  });
});

describe('rotation of the master key', () => {
  const before = envelopeWith(oldKey);
  const during = envelopeWith(newKey, oldKey);
  const after = envelopeWith(newKey);

  it('opens old seals while both keys are there', () => {
    fc.assert(fc.property(bytes, place, (plain, at) => during.open(before.seal(plain, at), at).equals(plain)));
  });

  it('re-wraps so that the old key can go', () => {
    fc.assert(
      fc.property(bytes, place, (plain, at) => {
        const rewrapped = during.rewrap(before.seal(plain, at), at);
        return rewrapped !== null && after.open(rewrapped, at).equals(plain);
      }),
    );
  });

  it('leaves the value itself as it was', () => {
    const sealed = before.seal('x', here);
    expect(during.rewrap(sealed, here)?.split('.').slice(3)).toEqual(sealed.split('.').slice(3));
  });

  it('has nothing to do the second time', () => {
    const rewrapped = during.rewrap(before.seal('x', here), here) ?? '';
    expect(during.rewrap(rewrapped, here)).toBeNull();
  });

  it('refuses to re-wrap under a key it does not have', () => {
    expect(() => after.rewrap(before.seal('x', here), here)).toThrow(SealedByUnknownKey);
  });
});
