import type { ErrorObject } from 'ajv';
import { isJson } from './api-document.js';

/**
 * Of what each member of a union has against a value, what the member has that is most likely meant: one of the value's own
 * type, told apart by the constants in it, with the fewest complaints.
 */
export function nearestOf(members: readonly ErrorObject[][], path: string): ErrorObject[] | undefined {
  const distances = members.map((errors) => errors.reduce((sum, error) => sum + distance(error, path), 0));
  return members[distances.indexOf(Math.min(...distances))];
}

function distance({ keyword, instancePath, params }: ErrorObject, path: string): number {
  const depth = instancePath.slice(path.length).split('/').length - 1;
  if (keyword === 'type' && depth === 0) return params.type === 'null' ? 10_000 : 1000;
  const tellsApart = keyword === 'const' || (keyword === 'enum' && (params.allowedValues as unknown[]).length === 1);
  return tellsApart && depth === 1 ? 100 : 1;
}

/** A complaint as one line: `body.ticket.priority must be one of low, high`. */
export function explained(error: ErrorObject, place: string): string {
  const { keyword, message, params } = error;
  const at = `${place}${memberPath(error.instancePath)}`;
  switch (keyword) {
    case 'unevaluatedProperties':
      return `${at}.${String(params.unevaluatedProperty)} is not described`;
    case 'additionalProperties':
      return `${at}.${String(params.additionalProperty)} is not described`;
    case 'required':
      return `${at}.${String(params.missingProperty)} is missing`;
    case 'enum':
      return `${at} must be one of ${shortened((params.allowedValues as unknown[]).map(String).join(', '))}`;
    case 'const':
      return `${at} must be ${JSON.stringify(params.allowedValue)}`;
    case 'not':
      return isJson(error.parentSchema) && typeof error.parentSchema.title === 'string'
        ? `${at} ${error.parentSchema.title}`
        : `${at} ${message ?? 'is not allowed'}`;
    default:
      return `${at} ${message ?? 'is not allowed'}`;
  }
}

/** `/tickets/0/tags` as `.tickets[0].tags`. */
function memberPath(pointer: string): string {
  return pointer
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
    .map((part) => (/^\d+$/.test(part) ? `[${part}]` : `.${part}`))
    .join('');
}

function shortened(text: string): string {
  return text.length > 300 ? `${text.slice(0, 300)}…` : text;
}
