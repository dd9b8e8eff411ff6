import { parseCsv } from './parse-csv.js';

describe('parseCsv', () => {
  it('reads rows, whatever ends the lines', () => {
    expect(parseCsv('a,b\r\n1,2\n3,4')).toEqual([
      ['a', 'b'],
      ['1', '2'],
      ['3', '4'],
    ]);
  });

  it('keeps commas, quotes and line breaks of quoted fields', () => {
    expect(parseCsv('a,b\n"x, ""y""","two\nlines"\n')).toEqual([
      ['a', 'b'],
      ['x, "y"', 'two\nlines'],
    ]);
  });

  it('keeps empty fields, the last one of the text included', () => {
    expect(parseCsv('a,b,c\n,,\n1,,')).toEqual([
      ['a', 'b', 'c'],
      ['', '', ''],
      ['1', '', ''],
    ]);
  });

  it('has no rows for an empty text, and leaves out the byte order mark', () => {
    expect(parseCsv('')).toEqual([]);
    expect(parseCsv('\uFEFFa\n1\n')).toEqual([['a'], ['1']]);
  });
});
