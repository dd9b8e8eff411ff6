import { join } from 'node:path';
import { z } from 'zod';
import { readKept, writeKept } from '../kept/kept-file.js';

const address = z.object({ url: z.url(), apiKey: z.string() });
export type PlayedVapiAddress = z.infer<typeof address>;

/** Where the played Vapi of a data folder was last opened, in `DATA_DIR/sandbox-vapi-address.json`, for its owner's eyes only. */
export class PlayedVapiFile {
  readonly path: string;

  constructor(dataDir: string) {
    this.path = join(dataDir, 'sandbox-vapi-address.json');
  }

  /** @returns null when there is none. @throws SandboxFileDamaged */
  read(): Promise<PlayedVapiAddress | null> {
    return readKept(this.path, address);
  }

  write(known: PlayedVapiAddress): Promise<void> {
    return writeKept(this.path, known);
  }
}
