/** Asked by machines every few seconds: not worth a line in the access log. */
export const quietPaths: ReadonlySet<string> = new Set(['/health/live', '/health/ready', '/metrics']);
