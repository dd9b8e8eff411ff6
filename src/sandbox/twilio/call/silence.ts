const samplesPerSecond = 8000;

/** So many seconds of silence, as telephones have it: eight thousand samples of one byte each. */
export function silentWav(seconds: number): Buffer {
  const samples = Buffer.alloc(Math.max(1, Math.round(seconds * samplesPerSecond)), 0xff);
  const head = Buffer.alloc(44);
  head.write('RIFF', 0);
  head.writeUInt32LE(36 + samples.length, 4);
  head.write('WAVEfmt ', 8);
  head.writeUInt32LE(16, 16);
  // Mu-law, one channel.
  head.writeUInt16LE(7, 20);
  head.writeUInt16LE(1, 22);
  head.writeUInt32LE(samplesPerSecond, 24);
  head.writeUInt32LE(samplesPerSecond, 28);
  head.writeUInt16LE(1, 32);
  head.writeUInt16LE(8, 34);
  head.write('data', 36);
  head.writeUInt32LE(samples.length, 40);
  return Buffer.concat([head, samples]);
}

/** MPEG 2 layer 3, 32 kbit/s at 22,050 Hz: frames of 104 bytes and 576 samples. */
const frame = Buffer.concat([Buffer.from([0xff, 0xf3, 0x40, 0xc4]), Buffer.alloc(100)]);
const framesPerSecond = 22_050 / 576;

export function silentMp3(seconds: number): Buffer {
  return Buffer.concat(Array.from({ length: Math.max(1, Math.ceil(seconds * framesPerSecond)) }, () => frame));
}
