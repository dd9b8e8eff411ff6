/** Whether the suites of connectors take this one: all, or those named in CONNECTORS (`CONNECTORS=mailchimp,x npm test -- connectors`). */
export function isChosen(key: string): boolean {
  const chosen = process.env.CONNECTORS?.split(',');
  return !chosen || chosen.includes(key);
}
