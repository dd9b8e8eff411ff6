/** The names of a `fields` parameter's outermost level: of `id,replies.limit(5){text}` these are `id` and `replies`. */
export function fieldNames(text: string): string[] {
  const names = [''];
  let depth = 0;
  for (const character of text) {
    if (')}'.includes(character)) depth -= 1;
    if (depth === 0 && character === ',') names.push('');
    else if (depth === 0) names.push(`${names.pop() ?? ''}${character}`);
    if ('({'.includes(character)) depth += 1;
  }
  return names.map((name) => (/^\s*(\w*)/.exec(name)?.[1] ?? '').trim()).filter((name) => name !== '');
}
