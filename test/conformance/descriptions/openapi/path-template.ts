import { decoded } from '../schemas/api-document.js';

/** A path with placeholders, such as `/tickets/{id}/replies` or `/Calls/{Sid}.json`, against paths of requests. */
export class PathTemplate {
  private readonly segments: readonly Segment[];

  constructor(readonly text: string) {
    this.segments = segmentsOf(text).map(toSegment);
  }

  /** The placeholders' values, decoded; null where the path is another one. */
  match(path: string): Map<string, string> | null {
    const parts = segmentsOf(path);
    if (parts.length !== this.segments.length) return null;
    const values = new Map<string, string>();
    for (const [index, { pattern, names }] of this.segments.entries()) {
      const match = pattern.exec(decoded(parts[index] ?? ''));
      if (!match) return null;
      for (const [position, name] of names.entries()) values.set(name, match[position + 1] ?? '');
    }
    return values;
  }

  /** Negative where this template is more exact than the other: its first differing segment is literal, or more so. */
  compare(other: PathTemplate): number {
    const differences = this.segments.map(({ names, literal }, index) => {
      const theirs = other.segments[index];
      return Math.sign(names.length - (theirs?.names.length ?? 0)) || (theirs?.literal ?? 0) - literal;
    });
    return differences.find((difference) => difference !== 0) ?? 0;
  }
}

interface Segment {
  readonly pattern: RegExp;
  readonly names: readonly string[];
  /** How many characters are literal. */
  readonly literal: number;
}

function segmentsOf(path: string): string[] {
  const parts = path.replace(/^\/+/, '').split('/');
  return parts.length === 1 && parts[0] === '' ? [] : parts;
}

function toSegment(text: string): Segment {
  const names = [...text.matchAll(/\{([^}]*)\}/g)].map(([, name = '']) => name);
  const literals = text.split(/\{[^}]*\}/);
  return {
    pattern: new RegExp(`^${literals.map(escaped).join('(.+?)')}$`, 's'),
    names,
    literal: literals.join('').length,
  };
}

/** A text as a pattern that it alone matches. */
export function escaped(text: string): string {
  return text.replaceAll(/[$()*+.?[\\\]^{|}]/g, String.raw`\$&`);
}
