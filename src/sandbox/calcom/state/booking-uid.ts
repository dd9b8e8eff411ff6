import { randomBytes } from 'node:crypto';

/** Without the letters and digits that look alike. */
const alphabet = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';

/** 22 characters, as Cal.com writes the uids of bookings. */
export function newBookingUid(): string {
  return Array.from(randomBytes(22), (byte) => alphabet.charAt(byte % alphabet.length)).join('');
}
