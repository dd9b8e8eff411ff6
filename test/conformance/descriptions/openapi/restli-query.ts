import type { Entry, WireField } from '../schemas/wire-fields.js';

/**
 * Query parameters of Rest.li 2.0 under the names that descriptions have from its 1.0: `timeIntervals=(timeRange:(start:1))`
 * as `timeIntervals.timeRange.start=1`. What is described under its own name stays.
 * https://linkedin.github.io/rest.li/spec/protocol#complex-types
 */
export function restliEntries(entries: readonly Entry[], fields: readonly WireField[]): Entry[] {
  const names = fields.map(({ name }) => name);
  return entries.flatMap(([name, text]): Entry[] => {
    const isSpread = !names.includes(name) && names.some((other) => other.startsWith(`${name}.`));
    return isSpread ? flattened(name, text) : [[name, text]];
  });
}

function flattened(name: string, text: string): Entry[] {
  if (!text.startsWith('(') || !text.endsWith(')')) return [[name, text]];
  return membersOf(text.slice(1, -1)).flatMap((member) => {
    const colon = member.indexOf(':');
    return flattened(`${name}.${member.slice(0, colon)}`, member.slice(colon + 1));
  });
}

/** `a:(b:1,c:2),d:3` as `a:(b:1,c:2)` and `d:3`. */
function membersOf(text: string): string[] {
  const members = [''];
  let depth = 0;
  for (const character of text) {
    if (character === '(') depth += 1;
    if (character === ')') depth -= 1;
    if (character === ',' && depth === 0) members.push('');
    else members.push(`${members.pop() ?? ''}${character}`);
  }
  return members;
}
