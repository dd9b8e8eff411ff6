import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import { isJson, type Json } from './schemas/api-document.js';

/** A description as plain data, from JSON or YAML. */
export async function readDescriptionFile(path: string): Promise<Json> {
  const text = await readFile(path, 'utf8');
  const content: unknown = path.endsWith('.json')
    ? JSON.parse(text)
    : parse(text, { logLevel: 'silent', maxAliasCount: -1 });
  if (!isJson(content)) throw new Error(`${path} holds no description.`);
  return content;
}
