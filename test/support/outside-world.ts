import { once } from 'node:events';
import { createServer as createHttpServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { decoded } from './mail-box.js';

/** A server of somebody else, on this machine. */
export interface Stranger {
  port: number;
  close(): Promise<void>;
}

export interface RudePlatform extends Stranger {
  /** The authorization of every request. */
  presented: string[];
}

/** A platform’s API that refuses every key, and is rude enough to repeat it. */
export async function startRudePlatform(): Promise<RudePlatform> {
  const presented: string[] = [];
  const stranger = await listening(
    createHttpServer((request: IncomingMessage, reply: ServerResponse) => {
      request.resume();
      presented.push(request.headers.authorization ?? '');
      const text = `You sent ${request.headers.authorization ?? 'nothing'}, which is wrong.`;
      reply.writeHead(401, { 'content-type': 'application/json' }).end(JSON.stringify({ message: text, error: text }));
    }),
  );
  return { ...stranger, presented };
}

export interface MailServer extends Stranger {
  /** Mails as people read them. */
  mails: string[];
  /** From now on every password is refused, and repeated in the answer. */
  refuse(password: string): void;
  /** So many recipients are turned away for now, and repeated in the answer. */
  turnAway(times: number): void;
  /** How many were. */
  turnedAway(): number;
}

/** As much of a mail server as a client needs to sign in and hand over a mail. */
export async function startMailServer(): Promise<MailServer> {
  const mails: string[] = [];
  const state: MailServerState = { toTurnAway: 0, turnedAway: 0 };
  const stranger = await listening(createServer((socket) => converse(socket, mails, state)));
  return {
    ...stranger,
    mails,
    refuse: (password) => void (state.refused = password),
    turnAway: (times) => void (state.toTurnAway = times),
    turnedAway: () => state.turnedAway,
  };
}

interface MailServerState {
  refused?: string;
  toTurnAway: number;
  turnedAway: number;
}

function answerToRecipient(command: string, state: MailServerState): string {
  if (state.toTurnAway === 0) return '250 ok';
  state.toTurnAway -= 1;
  state.turnedAway += 1;
  return `451 4.3.0 not now for ${command}`;
}

function converse(socket: Socket, mails: string[], state: MailServerState): void {
  let text = '';
  let inBody = false;
  const answer = (command: string) => {
    if (command === 'DATA') return '354 go on';
    if (command.startsWith('RCPT')) return answerToRecipient(command, state);
    if (command === 'QUIT') return '221 bye';
    if (command.startsWith('EHLO')) return '250-mail\r\n250 AUTH PLAIN LOGIN';
    if (!command.startsWith('AUTH')) return '250 ok';
    return state.refused === undefined ? '235 welcome' : `535 5.7.8 wrong password ${state.refused}`;
  };
  socket.write('220 ready\r\n');
  socket.on('data', (chunk: Buffer) => {
    text += chunk.toString();
    for (let end = text.indexOf('\r\n'); end >= 0 && !inBody; end = text.indexOf('\r\n')) {
      const command = text.slice(0, end);
      text = text.slice(end + 2);
      inBody = command === 'DATA';
      socket.write(`${answer(command)}\r\n`);
    }
    if (inBody && text.endsWith('\r\n.\r\n')) {
      mails.push(decoded(text));
      text = '';
      inBody = false;
      socket.write('250 taken\r\n');
    }
  });
  socket.on('error', () => socket.destroy());
}

async function listening(server: Server): Promise<Stranger> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const sockets = new Set<Socket>();
  server.on('connection', (socket) => sockets.add(socket));
  const close = async () => {
    const closed = once(server, 'close');
    server.close();
    for (const socket of sockets) socket.destroy();
    await closed;
  };
  return { port: (server.address() as AddressInfo).port, close };
}
