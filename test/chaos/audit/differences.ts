/** The fields in which two objects differ, as text: `status: "RINGING" instead of "COMPLETED"`. */
export function differences(actual: object, expected: object): string[] {
  const names = new Set([...Object.keys(actual), ...Object.keys(expected)]);
  return [...names].flatMap((name) => {
    const [is, shouldBe] = [canonical(Reflect.get(actual, name)), canonical(Reflect.get(expected, name))];
    return is === shouldBe ? [] : [`${name}: ${short(is)} instead of ${short(shouldBe)}`];
  });
}

/** JSON with sorted keys; what is undefined is null, as in the database. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value ?? null);
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([name, part]) => `${JSON.stringify(name)}:${canonical(part)}`).join(',')}}`;
}

function short(text: string): string {
  return text.length > 300 ? `${text.slice(0, 300)}…` : text;
}
