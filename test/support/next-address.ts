let given = 0;

/** An address of the internet that nobody has come from yet, for limits that count by address. */
export function nextAddress(): string {
  given += 1;
  return [11, given >> 16, given >> 8, given].map((part) => part & 255).join('.');
}
