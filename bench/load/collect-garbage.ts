/** What writing and signing the requests left behind would be collected in the middle of a round, and told as latency. */
export function collectGarbage(): void {
  globalThis.gc?.();
}
