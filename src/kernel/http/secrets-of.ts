import { Secret } from '../config/index.js';

/** Every text that must not come back out of a request: its secrets, as they are and as a platform may echo them. */
export function secretTexts(...parts: readonly unknown[]): string[] {
  return parts.flatMap(secretsIn).flatMap((secret) => formsOf(secret.reveal()));
}

/** A copy of a JSON value with its secrets revealed. */
export function revealed(value: unknown): unknown {
  if (value instanceof Secret) return value.reveal();
  if (Array.isArray(value)) return value.map(revealed);
  if (!isPlainObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, revealed(each)]));
}

function secretsIn(value: unknown): Secret[] {
  if (value instanceof Secret) return [value];
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return [];
  return Object.values(value).flatMap(secretsIn);
}

function isPlainObject(value: unknown): value is object {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

/** Whole, without its scheme (`Bearer …`), taken apart (`Basic …`), and each as it is escaped in URLs, JSON and JSON in JSON. */
function formsOf(secret: string): string[] {
  const [scheme = '', credentials] = secret.split(' ', 2);
  const plain = [secret];
  if (credentials !== undefined) plain.push(credentials);
  if (credentials !== undefined && scheme.toLowerCase() === 'basic') {
    plain.push(...Buffer.from(credentials, 'base64').toString('utf8').split(':'));
  }
  return plain.flatMap((form) => [form, encodeURIComponent(form), escaped(form), escaped(escaped(form))]);
}

function escaped(text: string): string {
  return JSON.stringify(text).slice(1, -1);
}
