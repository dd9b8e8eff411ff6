import { Big } from 'big.js';
import { parseValue } from 'graphql';
import { DecimalScalar } from './decimal.scalar.js';
import { ScalarRefused } from './scalar.errors.js';

describe('Decimal', () => {
  it.each(['0', '0.10', '-12.345', '99999999999999999999.999999999999999999', '-0'])('keeps %s as it is', (text) => {
    expect(DecimalScalar.parseValue(text)).toBe(text);
    expect(DecimalScalar.parseLiteral(parseValue(`"${text}"`))).toBe(text);
    expect(DecimalScalar.serialize(text)).toBe(text);
  });

  it('takes a number in the document, which is still text there', () => {
    expect(DecimalScalar.parseLiteral(parseValue('0.100000000000000001'))).toBe('0.100000000000000001');
    expect(DecimalScalar.parseLiteral(parseValue('12'))).toBe('12');
  });

  it.each<[string, unknown]>([
    ['a JSON number, which is exact no more', 0.1],
    ['an integer as JSON number', 12],
    ['an exponent', '1e5'],
    ['a comma', '0,10'],
    ['a sign without digits', '-'],
    ['a plus sign', '+1'],
    ['a point without digits', '1.'],
    ['a point alone in front', '.5'],
    ['more digits than any amount has', '1'.repeat(21)],
    ['more decimals than any price has', `0.${'1'.repeat(19)}`],
    ['blanks', ' 1 '],
    ['a line after it', '1\n'],
    ['infinity', 'Infinity'],
    ['nothing', ''],
    ['true', true],
    ['an object', {}],
    ['a list', ['1']],
  ])('refuses %s', (_, value) => {
    expect(() => DecimalScalar.parseValue(value)).toThrow(ScalarRefused);
  });

  it.each(['1e5', 'NaN', 'true', '[1]'])('refuses %s in the document', (literal) => {
    expect(() => DecimalScalar.parseLiteral(parseValue(literal))).toThrow(ScalarRefused);
  });

  it('serves integers and Bigs exactly', () => {
    expect(DecimalScalar.serialize(42)).toBe('42');
    expect(DecimalScalar.serialize(12_345_678_901_234_567_890n)).toBe('12345678901234567890');
    expect(DecimalScalar.serialize(new Big('0.000000000001'))).toBe('0.000000000001');
  });

  it.each([0.1, 2 ** 53, Number.NaN, true, {}])('does not serve %p: it may have lost the amount', (value) => {
    expect(() => DecimalScalar.serialize(value)).toThrow(/must be served from/);
  });
});
