/** A request as it leaves the connector. */
export interface WireRequest {
  readonly method: string;
  /** As the vendor would see it: https://api.example.com/v2/tickets?page=1 */
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer | null;
}

export interface DescribedReply {
  readonly status: number;
  readonly contentType: string;
  readonly body: string;
}

/** One operation of a vendor's description. */
export interface DescribedOperation {
  /** Its method and path as the description has them: `POST /tickets`. */
  readonly name: string;
  /**
   * What the description does not allow in this request, of its path, query, headers and body; empty when it is fine. A
   * query parameter or a body's member that the description does not have is a problem too, and so is one that it has as
   * read-only.
   */
  problems(request: WireRequest): string[];
  /** An answer made from the description: its example, else one generated from its schema; null where it describes none. */
  reply(): DescribedReply | null;
  /** What the description says against a body of ours that is to answer as the vendor would; empty where it describes none. */
  replyProblems(status: number, body: unknown): string[];
}

/** A vendor's description of its API. */
export interface Description {
  readonly file: string;
  /** Null where the description has no such host, path or method. */
  operation(request: WireRequest): DescribedOperation | null;
}
