/** One request to a vendor, as its connection's history shows it: no address, no content. */
export interface VendorCallRecord {
  at: Date;
  /** The action, or `verify`, `token`. */
  action: string;
  /** Absent where there was no answer. */
  status: number | undefined;
  /** Our reason for what failed: `HTTP.RATE_LIMITED`. */
  error: string | undefined;
  durationMs: number;
}

/** Is told of every request of one connection. */
export type VendorJournal = (call: VendorCallRecord) => void;
