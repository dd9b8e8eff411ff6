import { littleText } from './little-text.js';

describe('little text', () => {
  it.each([
    ['Bonjour à tous', 'Bonjour à tous'],
    ['Offre (jusqu’au 30) [places limitées]', String.raw`Offre \(jusqu’au 30\) \[places limitées\]`],
    [String.raw`a\b | {c} <d> *e* _f_ ~g~ x@y`, String.raw`a\\b \| \{c\} \<d\> \*e\* \_f\_ \~g\~ x\@y`],
    ['Venez ! #Bistro #été_2026', String.raw`Venez ! {hashtag|\#|Bistro} {hashtag|\#|été\_2026}`],
    ['Le n# 1, le #1', String.raw`Le n\# 1, le \#1`],
    ['https://exemple.fr/a_b#carte', String.raw`https://exemple.fr/a\_b\#carte`],
    ['(#ici)', String.raw`\({hashtag|\#|ici}\)`],
  ])('of %j is %j', (text, expected) => {
    expect(littleText(text)).toBe(expected);
  });

  it('mentions whom it is told to, wherever the name stands', () => {
    const mentions = [
      { name: 'Chez Léa (Lyon)', urn: 'urn:li:organization:2414183' },
      { name: 'Marc', urn: 'urn:li:person:8f2X' },
    ];
    expect(littleText('Merci @Marc et @Chez Léa (Lyon), #merci', mentions)).toBe(
      String.raw`Merci @[Marc](urn:li:person:8f2X) et @[Chez Léa \(Lyon\)](urn:li:organization:2414183), {hashtag|\#|merci}`,
    );
  });

  it('does not take what a mention is made of for text', () => {
    expect(littleText('@Léa_M', [{ name: 'Léa_M', urn: 'urn:li:person:a_b' }])).toBe(
      String.raw`@[Léa\_M](urn:li:person:a_b)`,
    );
  });
});
