import { randomBytes } from 'node:crypto';
import { inspect } from 'node:util';
import { z } from 'zod';
import { Config, ConfigurationFault } from '../config/index.js';
import { cryptoConfig } from './crypto.config.js';
import { SealedByUnknownKey } from './crypto.errors.js';
import { KeyRing } from './key-ring.js';

const key = (bytes = 32) => randomBytes(bytes).toString('base64');
const refusedBecause = (text: string) => {
  const ring = KeyRing.parse(text);
  return ring instanceof KeyRing ? null : ring.fault;
};

describe('KeyRing', () => {
  it('encrypts with the first key and knows all', () => {
    const ring = KeyRing.parse(`new:${key()}, old:${key()}`) as KeyRing;
    expect(ring.current.id).toBe('new');
    expect(ring.ids).toEqual(['new', 'old']);
    expect(ring.byId('old').id).toBe('old');
  });

  it('fails at once on a key id that it does not have', () => {
    const ring = KeyRing.parse(`new:${key()}`) as KeyRing;
    expect(() => ring.byId('gone')).toThrow(SealedByUnknownKey);
    expect(() => ring.byId('gone')).toThrow(/gone/);
  });

  it.each([
    ['a key of 16 bytes', `a:${key(16)}`],
    ['a key of 33 bytes', `a:${key(33)}`],
    ['a mistyped key', `a:${key().replace(/^./, '!')}`],
    ['no id', key()],
    ['an id with a dot', `a.b:${key()}`],
    ['an empty entry', `a:${key()},`],
    ['nothing', ''],
  ])('refuses %s', (_, text) => {
    expect(refusedBecause(text)).toMatch(/^Entry \d/);
  });

  it('refuses an id used twice', () => {
    expect(refusedBecause(`a:${key()},a:${key()}`)).toMatch(/twice/);
  });

  it('never tells a key in a fault', () => {
    const short = key(31);
    expect(refusedBecause(`a:${short}`)).not.toContain(short);
    expect(refusedBecause(short)).not.toContain(short);
  });

  it('prints no key', () => {
    const secret = key();
    const ring = KeyRing.parse(`a:${secret}`);
    expect(`${inspect(ring, { depth: null, showHidden: true })} ${JSON.stringify({ ring })}`).not.toContain(secret);
    expect(JSON.stringify({ ring })).toBe('{"ring":"[secret]"}');
  });
});

describe('ENCRYPTION_KEYS', () => {
  const read = (value: string | undefined, nodeEnv = 'development') => {
    const setting = cryptoConfig.settings.keyRing;
    try {
      Config.read({ NODE_ENV: nodeEnv, [setting.name]: value });
      return null;
    } catch (fault) {
      return z.instanceof(ConfigurationFault).parse(fault).message;
    }
  };

  it('becomes a key ring', () => {
    const config = Config.read({ ENCRYPTION_KEYS: `k1:${key()}` });
    expect(config.get(cryptoConfig).keyRing.ids).toEqual(['k1']);
  });

  it('is demanded by name in production', () => {
    expect(read(undefined, 'production')).toContain('ENCRYPTION_KEYS must be set in production');
  });

  it('is refused by name, never by value', () => {
    const short = key(8);
    expect(read(`k1:${short}`)).toContain('ENCRYPTION_KEYS is not valid');
    expect(read(`k1:${short}`)).not.toContain(short);
  });
});
