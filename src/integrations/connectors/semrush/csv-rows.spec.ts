import { csvRows } from './csv-rows.js';

describe('csvRows', () => {
  it('reads quoted cells with delimiters, quotes and line ends in them', () => {
    const text = '"Keyword";"Url"\r\n"bougie ""lune""; coffret";"https://a.example/x;y"\r\n"deux\nlignes";""\r\n';
    expect(csvRows(text)).toEqual([
      ['Keyword', 'Url'],
      ['bougie "lune"; coffret', 'https://a.example/x;y'],
      ['deux\nlignes', ''],
    ]);
  });

  it('reads plain cells, with quotes inside too', () => {
    expect(csvRows('Keyword;CPC\nécran 27" incurvé;0.4\n')).toEqual([
      ['Keyword', 'CPC'],
      ['écran 27" incurvé', '0.4'],
    ]);
  });

  it('takes commas for delimiters where the first line has nothing else', () => {
    expect(csvRows('"Keyword","CPC"\n"a; b","0.4"')).toEqual([
      ['Keyword', 'CPC'],
      ['a; b', '0.4'],
    ]);
  });

  it('keeps empty cells and drops empty lines', () => {
    expect(csvRows('a;b;c\n;;\n\n1;;3')).toEqual([
      ['a', 'b', 'c'],
      ['', '', ''],
      ['1', '', '3'],
    ]);
  });

  it('finds nothing in nothing', () => {
    expect(csvRows('')).toEqual([]);
  });
});
