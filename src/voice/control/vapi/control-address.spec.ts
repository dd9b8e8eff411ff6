import { controlAddress } from './control-address.js';

const vapi = 'https://api.vapi.ai';

describe('the control address of a call', () => {
  it.each(['https://phone-call-websocket.aws-us-west-2.vapi.ai/0198/control', 'https://api.vapi.ai/c?k=1'])(
    'is taken on a host of Vapi: %s',
    (given) => {
      expect(controlAddress(given, vapi)).toEqual({ url: new URL(given), hostFrom: 'user' });
    },
  );

  it.each([
    ['no address', 'control'],
    ['another host', 'https://vapi.ai.example.com/control'],
    ['a host that only ends alike', 'https://evilvapi.ai/control'],
    ['an absolute name', 'https://api.vapi.ai./control'],
    ['no encryption', 'http://api.vapi.ai/control'],
    ['a socket', 'wss://api.vapi.ai/listen'],
    ['credentials', 'https://user:word@api.vapi.ai/control'],
    ['a disguise', 'https://api.vapi.ai@example.com/control'],
    ['a port', 'https://api.vapi.ai:8443/control'],
    ['an address inside', 'http://169.254.169.254/latest'],
    ['the server itself', 'http://127.0.0.1:4000/control'],
  ])('is refused with %s', (_, given) => {
    expect(controlAddress(given, vapi)).toBeNull();
  });

  it('may be where the operator says that Vapi is, at that very port', () => {
    const base = 'http://127.0.0.1:4000/vapi';
    expect(controlAddress('http://127.0.0.1:4000/c', base)).toMatchObject({ hostFrom: 'operator' });
    expect(controlAddress('http://127.0.0.1:4001/c', base)).toBeNull();
    expect(controlAddress('https://127.0.0.1:4000/c', base)).toBeNull();
    expect(controlAddress('https://x.vapi.ai/c', base)).toMatchObject({ hostFrom: 'user' });
  });
});
