import { headerOf, mediaTypeOf } from './headers.js';

/** One part of a `multipart/form-data` body. */
export interface Part {
  readonly name: string;
  readonly fileName: string | null;
  readonly mediaType: string;
  readonly text: string;
}

/** Null where the body is not what its content type says (RFC 7578). */
export function multipartParts(contentType: string, body: Buffer): Part[] | null {
  const boundary = /boundary=(?:"([^"]+)"|([^;\s]+))/i.exec(contentType);
  const mark = boundary?.[1] ?? boundary?.[2];
  if (!mark) return null;
  const [, ...pieces] = `\r\n${body.toString('latin1')}`.split(`\r\n--${mark}`);
  const end = pieces.pop();
  if (end?.startsWith('--') !== true) return null;
  const parts = pieces.map(toPart);
  return parts.every((part) => part !== null) ? parts : null;
}

function toPart(piece: string): Part | null {
  const [head = '', ...rest] = piece.replace(/^[ \t]*\r\n/, '').split('\r\n\r\n');
  const headers = Object.fromEntries(
    head.split('\r\n').map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1).trim()]),
  );
  const disposition = headerOf(headers, 'content-disposition') ?? '';
  const name = /[;\s]name="([^"]*)"/i.exec(disposition)?.[1];
  if (name === undefined || rest.length === 0) return null;
  return {
    name,
    fileName: /filename="([^"]*)"/i.exec(disposition)?.[1] ?? null,
    mediaType: mediaTypeOf(headerOf(headers, 'content-type') ?? 'text/plain'),
    text: Buffer.from(rest.join('\r\n\r\n'), 'latin1').toString('utf8'),
  };
}
