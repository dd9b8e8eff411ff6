const shown = 4;

/** What is shown of a secret: its end, and of a short one nothing. */
export function previewOf(secret: string): string {
  // Of a secret with several lines, such as a key file, every part may matter.
  if (secret.length < shown * 4 || /\s/.test(secret)) return '••••';
  return `••••${secret.slice(-shown)}`;
}
