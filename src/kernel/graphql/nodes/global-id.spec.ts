import { NotFound } from '../../errors/index.js';
import { uuidv7 } from '../../context/index.js';
import { fromGlobalId, splitGlobalId, toGlobalId } from './global-id.js';
import { NodeNotFound } from './node.errors.js';

describe('A global id', () => {
  it('leads back to the kind and the id in the database', () => {
    const id = uuidv7();
    for (const prefix of ['call', 'webhook_event']) {
      expect(splitGlobalId(toGlobalId(prefix, id))).toEqual({ prefix, id });
      expect(fromGlobalId(prefix, toGlobalId(prefix, id))).toBe(id);
    }
  });

  const id = uuidv7();
  const malformed = ['', '_', id, `_${id}`, `call-${id}`, `call_${id}x`, `call_${id.toUpperCase()}`, `call_${id}\n`];

  it.each([...malformed, 'call_1', 'call_', `call_${id.replaceAll('-', '')}`])('is none when it is %j', (text) => {
    expect(splitGlobalId(text)).toBeNull();
    expect(() => fromGlobalId('call', text)).toThrow(NodeNotFound);
  });

  it('of another kind is answered like one that does not exist', () => {
    const absent = new NotFound('VOICE.CALL_NOT_FOUND', { en: 'No such call.', fr: 'Cet appel n’existe pas.' });
    for (const other of [`contact_${id}`, `voice_call_${id}`, 'call_1']) {
      expect(() => fromGlobalId('call', other, () => absent)).toThrow(absent);
    }
  });
});
