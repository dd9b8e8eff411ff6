import { isJson, type Json, textsOf } from '../schemas/api-document.js';
import { escaped } from './path-template.js';

/** Where a description says its paths are served: `https://{tenant}.example.com/api/v2`. */
export class ServerAddress {
  private readonly pattern: RegExp;
  private readonly hasHost: boolean;

  constructor({ url, variables }: Json) {
    const text = String(url)
      .replace(/^[a-z]+:/, '')
      .replace(/\/+$/, '');
    this.hasHost = text.startsWith('//');
    const parts = text
      .split(/(\{[^}]*\})/)
      .map((part) => (part.startsWith('{') ? choices(part, variables) : escaped(part)));
    this.pattern = new RegExp(`^${parts.join('')}(?=/|$)`);
  }

  /** The path below this address; null where the request goes elsewhere. */
  pathBelow({ hostname, pathname }: URL): string | null {
    const address = this.hasHost ? `//${hostname}${pathname}` : pathname;
    const match = this.pattern.exec(address);
    return match && address.slice(match[0].length);
  }
}

function choices(placeholder: string, variables: unknown): string {
  const variable = isJson(variables) ? variables[placeholder.slice(1, -1)] : undefined;
  const values = isJson(variable) ? textsOf(variable.enum) : [];
  return values.length > 0 ? `(?:${values.map(escaped).join('|')})` : '[^/]+';
}
