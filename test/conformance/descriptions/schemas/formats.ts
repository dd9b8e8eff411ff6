import { fullFormats } from 'ajv-formats/dist/formats.js';
import { isJson } from './api-document.js';

/**
 * Those of JSON Schema and OpenAPI. Others that ajv-formats knows mean something else to vendors: `url` is what Ahrefs calls
 * a bare domain.
 */
const named = [
  ...['date-time', 'date', 'time', 'duration', 'email', 'hostname', 'ipv4', 'ipv6', 'uri', 'uri-reference', 'uuid'],
  ...['byte', 'regex', 'json-pointer'],
] as const;

/** Whether a text has a format, by the format's name. */
export const formats: ReadonlyMap<string, (text: string) => boolean> = new Map(
  named.map((name) => {
    const format: unknown = fullFormats[name];
    const check = isJson(format) && !(format instanceof RegExp) ? format.validate : format;
    return [name, (text) => (check instanceof RegExp ? check.test(text) : (check as (text: string) => boolean)(text))];
  }),
);
