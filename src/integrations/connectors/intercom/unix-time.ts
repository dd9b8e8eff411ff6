/** Intercom counts time in whole seconds since 1970. */
export function unixSeconds(time: string | Date): number {
  return Math.floor(new Date(time).getTime() / 1000);
}
