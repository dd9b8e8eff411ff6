/** As the API of 2010 and its webhooks write times: `Thu, 30 Jul 2015 23:19:04 +0000`. */
export function rfc2822(at: Date): string {
  return at.toUTCString().replace('GMT', '+0000');
}
