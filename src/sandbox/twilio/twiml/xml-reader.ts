export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (XmlElement | string)[];
}

/** What is not well formed, and where. */
export class XmlFault extends Error {}

/**
 * Reads a document as strictly as a parser of XML must: one root, each element closed, attributes quoted and named once, no
 * bare `&` or `<`. A document type is refused, since what it could bring has no place in a reply.
 */
export function readXml(text: string): XmlElement {
  return new XmlReader(text).document();
}

const nameStart = String.raw`[A-Za-z_\u00C0-\uFFFD]`;
const name = new RegExp(String.raw`${nameStart}[\w.\-:\u00B7-\uFFFD]*`, 'y');
const space = /\s*/y;
// A declaration may come first only, not even after a space.
const declaration = /<\?xml\s[^?]*\?>/y;
const comment = /<!--(?:(?!--)[\s\S])*-->/y;
const instruction = /<\?(?!xml[\s?])[\s\S]*?\?>/iy;
const characterData = /<!\[CDATA\[([\s\S]*?)\]\]>/y;
const plainText = /[^<]+/y;

class XmlReader {
  #at = 0;

  constructor(private readonly text: string) {}

  document(): XmlElement {
    const bad = [...this.text].find(isForbidden);
    if (bad !== undefined) throw this.fault(`the character U+${bad.charCodeAt(0).toString(16).padStart(4, '0')}`);
    this.take(/\uFEFF?/y);
    this.take(declaration);
    this.misc();
    if (this.text[this.#at] !== '<') throw this.fault('no element');
    const root = this.element();
    this.misc();
    if (this.#at < this.text.length) throw this.fault('something after the root element');
    return root;
  }

  private element(): XmlElement {
    this.expect('<');
    const own = this.take(name) ?? this.fail('no name of an element');
    const attributes = this.attributes();
    if (this.takes('/>')) return { name: own, attributes, children: [] };
    this.expect('>');
    const children = this.children();
    this.expect('</');
    if (this.take(name) !== own) throw this.fault(`<${own}> is not closed`);
    this.take(space);
    this.expect('>');
    return { name: own, attributes, children };
  }

  private attributes(): Record<string, string> {
    const attributes = new Map<string, string>();
    for (;;) {
      const gap = this.take(space);
      const own = this.take(name);
      if (own === null) return Object.fromEntries(attributes);
      if (gap === '') throw this.fault(`no space before ${own}`);
      if (attributes.has(own)) throw this.fault(`${own} is given twice`);
      this.take(space);
      this.expect('=');
      this.take(space);
      const quoted = this.take(/"[^"<]*"|'[^'<]*'/y) ?? this.fail(`${own} has no quoted value`);
      attributes.set(own, this.unescaped(quoted.slice(1, -1)));
    }
  }

  private children(): (XmlElement | string)[] {
    const children: (XmlElement | string)[] = [];
    while (!this.text.startsWith('</', this.#at)) {
      const from = this.#at;
      const data = this.match(characterData);
      if (data) children.push(data[1] ?? '');
      else if (this.take(comment) === null && this.take(instruction) === null) children.push(this.child());
      if (this.#at === from) throw this.fault('an element is not closed');
    }
    return children;
  }

  private child(): XmlElement | string {
    const text = this.take(plainText);
    if (text === null) return this.element();
    if (text.includes(']]>')) throw this.fault('"]]>" in a text');
    return this.unescaped(text);
  }

  private misc(): void {
    let from: number;
    do {
      from = this.#at;
      this.take(space);
      this.take(comment);
      this.take(instruction);
    } while (this.#at > from);
  }

  private unescaped(text: string): string {
    return text.replaceAll(/&([^;&\s]*;?)/g, (_, reference: string) => {
      const character = entities[reference] ?? this.byNumber(reference);
      if (character === null) throw this.fault(`"&${reference}" is no reference; a bare & is written &amp;`);
      return character;
    });
  }

  private byNumber(reference: string): string | null {
    const [, hex, decimal] = /^#(?:x([\da-f]{1,6})|(\d{1,7}));$/i.exec(reference) ?? [];
    const code = hex === undefined ? Number(decimal) : parseInt(hex, 16);
    if (!(code > 0 && code <= 0x10ffff)) return null;
    const character = String.fromCodePoint(code);
    return isForbidden(character) ? null : character;
  }

  private take(pattern: RegExp): string | null {
    return this.match(pattern)?.[0] ?? null;
  }

  private match(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.text);
    if (found) this.#at += found[0].length;
    return found;
  }

  private takes(text: string): boolean {
    const isThere = this.text.startsWith(text, this.#at);
    if (isThere) this.#at += text.length;
    return isThere;
  }

  private expect(text: string): void {
    if (!this.takes(text)) throw this.fault(`"${text}" is missing`);
  }

  private fail(what: string): never {
    throw this.fault(what);
  }

  private fault(what: string): XmlFault {
    const before = this.text.slice(0, this.#at).split('\n');
    return new XmlFault(`${what} (line ${before.length}, column ${(before.at(-1)?.length ?? 0) + 1})`);
  }
}

const entities: Readonly<Record<string, string>> = { 'amp;': '&', 'lt;': '<', 'gt;': '>', 'quot;': '"', 'apos;': "'" };

/** Control characters may not even be written as references. */
function isForbidden(character: string): boolean {
  const code = character.codePointAt(0) ?? 0;
  return (code < 0x20 && !'\t\n\r'.includes(character)) || code === 0xfffe || code === 0xffff;
}
