import { addressGroup } from './attempt-limits.js';

describe('addresses that count together', () => {
  it('are one IPv4 address', () => {
    expect(addressGroup('203.0.113.7')).toBe('203.0.113.7');
    expect(addressGroup('::ffff:203.0.113.7')).toBe('203.0.113.7');
  });

  it('are a whole IPv6 /64, however written', () => {
    const group = addressGroup('2001:db8:0:1::1');
    expect(group).toBe('2001:db8:0:1::/64');
    for (const address of ['2001:DB8:0:1:ffff:ffff:ffff:ffff', '2001:db8:0:1::', '2001:db8::1:0:0:0:2']) {
      expect(addressGroup(address)).toBe(group);
    }
    expect(addressGroup('2001:db8:0:2::1')).not.toBe(group);
    expect(addressGroup('::1')).toBe('0:0:0:0::/64');
  });
});
