import { isEmailAddress } from '../../kernel/graphql/index.js';
import { addressPieces, type AddressPiece } from './addresses/address-pieces.js';
import { foldSpeech } from './words/split-speech.js';

export type SpokenEmail =
  | { kind: 'email'; value: string }
  /** Meant as an address, but not one: to be asked again, letter by letter. */
  | { kind: 'unclear' }
  | { kind: 'none' };

const longestText = 320;

/**
 * Understands an e-mail address as it is spelled by voice, in French or English, and as it is written. Where words could be
 * put together in several ways it is unclear.
 *
 * @example
 * readSpokenEmail('jean tiret dupont arobase gmail point com'); // { kind: 'email', value: 'jean-dupont@gmail.com' }
 */
export function readSpokenEmail(text: string): SpokenEmail {
  if (text.length > longestText) return { kind: text.includes('@') ? 'unclear' : 'none' };
  const folded = foldSpeech(text);
  return readWritten(folded) ?? readSpelled(folded);
}

/** An address that stands in the text as it is, if it is the only one. */
function readWritten(folded: string): SpokenEmail | null {
  const found = folded
    .split(/[\s<>()"«»,;:]+/)
    .filter((word) => /[^@]@[^@]/.test(word))
    .map((word) => word.replace(/^[.'’]+|[.'’!?]+$/g, ''));
  const [value] = found;
  if (value === undefined) return null;
  return found.length === 1 && isEmailAddress(value) ? { kind: 'email', value } : { kind: 'unclear' };
}

function readSpelled(folded: string): SpokenEmail {
  // Speech recognition joins what was said apart, `gmail.com`, and ends with a full stop.
  const apart = folded.replace(/[.!?\s]+$/, '').replace(/(?<=\S)[.](?=\S)|[@_+]/g, (sign) => ` ${sign} `);
  const words = apart.match(/[\p{L}\p{N}]+|[@_+]|\.(?=\s)/gu) ?? [];
  const pieces = withStrongAt(addressPieces(words));
  const ats = pieces.filter((piece) => isAt(piece)).length;
  if (ats === 0) return { kind: 'none' };
  const at = pieces.findIndex(isAt);
  const [local, domain] = [joinUp(pieces.slice(0, at)), joinUp(pieces.slice(at + 1))];
  const value = `${local ?? ''}@${domain ?? ''}`;
  return ats === 1 && !hasUnsaidHyphen(folded) && isEmailAddress(value)
    ? { kind: 'email', value }
    : { kind: 'unclear' };
}

/** A hyphen that recognition wrote may be in the address, or only in the name; those of `trente-quatre` are in neither. */
function hasUnsaidHyphen(folded: string): boolean {
  const hyphenated = folded.match(/[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)+/gu) ?? [];
  return hyphenated.some((word) => addressPieces(word.split('-')).some(({ kind }) => kind === 'word'));
}

/** `at` and `chez` are the sign where nothing else is, and words of the address where something is. */
function withStrongAt(pieces: readonly AddressPiece[]): AddressPiece[] {
  const isStrong = pieces.some(isAt) || !pieces.some(({ text }) => text === '.');
  return pieces.map((piece) => {
    if (piece.kind !== 'weak-at') return piece;
    return isStrong ? { kind: 'word', text: piece.text } : { kind: 'sign', text: '@' };
  });
}

function isAt(piece: AddressPiece): boolean {
  return piece.kind === 'sign' && piece.text === '@';
}

/** Null where whole words stand side by side, which may be one word, or two with a dot between that was not heard. */
function joinUp(pieces: readonly AddressPiece[]): string | null {
  const saidJoined = pieces.some(({ kind }) => kind === 'joined');
  const parts = pieces.filter((piece) => piece.kind !== 'joined');
  const loose = parts.some((piece, index) => piece.kind === 'word' && parts[index + 1]?.kind === 'word');
  return loose && !saidJoined ? null : parts.map(({ text }) => text).join('');
}
