interface TextPart {
  name: string;
  text: string;
  /** Sent as a file of this name. */
  fileName?: string;
}

/** A `multipart/form-data` body (RFC 7578) of texts. */
export function multipart(parts: readonly TextPart[]): { content: Uint8Array; contentType: string } {
  const boundary = boundaryFor(parts);
  const blocks = parts.map(({ name, text, fileName }) => {
    const file = fileName === undefined ? '' : `; filename="${fileName}"`;
    const type = fileName === undefined ? '' : '\r\nContent-Type: text/plain; charset=utf-8';
    return `--${boundary}\r\nContent-Disposition: form-data; name="${name}"${file}${type}\r\n\r\n${text}\r\n`;
  });
  return {
    content: new TextEncoder().encode(`${blocks.join('')}--${boundary}--\r\n`),
    contentType: `multipart/form-data; boundary=${boundary}`,
  };
}

/** One that stands in none of the texts. */
function boundaryFor(parts: readonly TextPart[]): string {
  let boundary = 'part-of-the-form';
  while (parts.some(({ text }) => text.includes(boundary))) boundary += '-x';
  return boundary;
}
