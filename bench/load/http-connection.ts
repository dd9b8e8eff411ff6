import { connect, type Socket } from 'node:net';

export type OnReply = (status: number, body: string) => void;

const headEnd = Buffer.from('\r\n\r\n');

/**
 * A keep-alive connection that sends requests written out beforehand and reads no more of an answer than it must. It costs
 * a tenth of an HTTP client, which would otherwise be what limits the rate: autocannon can send one body many times
 * cheaply, but not another body each time.
 */
export class HttpConnection {
  readonly #socket: Socket;
  #received: Buffer = Buffer.alloc(0);
  #onReply: OnReply | undefined;
  #isOpen = true;

  private constructor(socket: Socket) {
    this.#socket = socket;
    socket.setNoDelay(true);
    socket.on('data', (chunk) => this.#take(chunk));
    socket.on('close', () => this.#end());
    socket.on('error', () => this.#end());
  }

  static open(port: number): Promise<HttpConnection> {
    return new Promise((resolve, reject) => {
      const socket = connect({ port, host: '127.0.0.1' });
      socket.once('error', reject);
      socket.once('connect', () => {
        socket.off('error', reject);
        resolve(new HttpConnection(socket));
      });
    });
  }

  get isOpen(): boolean {
    return this.#isOpen;
  }

  /** One at a time. A connection that breaks answers with status 0. */
  send(request: Buffer, onReply: OnReply): void {
    this.#onReply = onReply;
    if (this.#isOpen) this.#socket.write(request);
    else this.#answer(0, '');
  }

  close(): void {
    this.#socket.destroy();
  }

  #take(chunk: Buffer): void {
    const received = this.#received.length === 0 ? chunk : Buffer.concat([this.#received, chunk]);
    const head = received.indexOf(headEnd);
    const text = head === -1 ? '' : received.toString('latin1', 0, head);
    const length = Number(/\r\ncontent-length: *(\d+)/i.exec(text)?.[1] ?? 0);
    const start = head + headEnd.length;
    if (head === -1 || received.length < start + length) {
      this.#received = received;
      return;
    }
    this.#received = Buffer.alloc(0);
    this.#answer(Number(text.slice(9, 12)), received.toString('utf8', start, start + length));
  }

  #end(): void {
    this.#isOpen = false;
    this.#answer(0, '');
  }

  #answer(status: number, body: string): void {
    const onReply = this.#onReply;
    this.#onReply = undefined;
    onReply?.(status, body);
  }
}
