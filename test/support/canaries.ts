import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Secrets that must not turn up anywhere, by a name that may. */
export class Canaries {
  readonly #forms = new Map<string, { name: string; pattern: RegExp }>();

  /** @returns the secret itself. */
  add(name: string, secret: string): string {
    if (secret.length < 8) throw new Error(`${name} is too short to be found with certainty.`);
    const forms = formsOf(secret).map((form) => form.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
    this.#forms.set(`${name} ${secret}`, { name, pattern: new RegExp(forms.join('|')) });
    return secret;
  }

  /** The names of the secrets that a text holds, as they are or as hexadecimal, Base64, JSON or part of an address. */
  in(text: string, allowed: readonly string[] = []): string[] {
    const found = [...this.#forms.values()].filter(
      ({ name, pattern }) => !allowed.includes(name) && pattern.test(text),
    );
    return [...new Set(found.map(({ name }) => name))];
  }
}

function formsOf(secret: string): string[] {
  const shifted = [0, 1, 2].map((shift) => {
    // The characters at the ends depend on what stands around the secret.
    const encoded = Buffer.from('\0'.repeat(shift) + secret).toString('base64');
    return encoded.slice(shift === 0 ? 0 : 4, -4).replace(/=+$/, '');
  });
  return [
    ...new Set([
      secret,
      Buffer.from(secret).toString('hex'),
      encodeURIComponent(secret),
      JSON.stringify(secret).slice(1, -1),
      ...shifted.filter((text) => text.length >= 10),
    ]),
  ];
}

/** The text of every file below a folder but those named. */
export function everyFile(folder: string, without: readonly string[]): [string, string][] {
  return readdirSync(folder).flatMap((name): [string, string][] => {
    const path = join(folder, name);
    if (without.includes(name)) return [];
    return statSync(path).isDirectory() ? everyFile(path, without) : [[path, readFileSync(path, 'latin1')]];
  });
}
