import { searchPatterns } from './search-patterns.js';

describe('search patterns', () => {
  it.each([undefined, '', '   ', '\u0000\u0007', '\ud800'])('are none for %j', (search) => {
    expect(searchPatterns(search)).toBeNull();
  });

  it('take wild cards for what they are', () => {
    expect(searchPatterns('50%_a\\')).toEqual({ text: '%50\\%\\_a\\\\%', digits: null });
  });

  it.each([
    ['06 12 34', '%61234%'],
    ['+33 (0)1.23', '%330123%'],
    ['12', null],
    ['12 rue', null],
  ])('read %s as a number where it is one', (search, digits) => {
    expect(searchPatterns(search)?.digits).toBe(digits);
  });

  it('are bounded', () => {
    expect(searchPatterns('x'.repeat(10_000))?.text).toHaveLength(202);
  });
});
