/** Reserves the DATA_DIR of this run's test server. */
export function reserveTestServer(): string;

/** Ends the server of this DATA_DIR at once and erases its data. */
export function discardTestServer(dataDir: string): void;
