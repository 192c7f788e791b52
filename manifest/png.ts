import { crc32, deflateSync } from 'node:zlib';

/** A square picture: four bytes a pixel (red, green, blue, opacity), row by row from the top. */
export type Picture = { size: number; pixels: Uint8Array };

/** The picture as a PNG file. */
export function encodePng({ size, pixels }: Picture): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  header.set([8, 6, 0, 0, 0], 8); // eight bits a channel, colour with opacity, nothing interlaced
  const rows = Array.from({ length: size }, (_, row) => [0, ...pixels.subarray(row * size * 4, (row + 1) * size * 4)]);
  const data = deflateSync(Uint8Array.from(rows.flat()), { level: 9 });
  return Buffer.concat([signature, chunk('IHDR', header), chunk('IDAT', data), chunk('IEND', Buffer.alloc(0))]);
}

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

function chunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const ends = Buffer.alloc(8);
  ends.writeUInt32BE(data.length, 0);
  ends.writeUInt32BE(crc32(named), 4);
  return Buffer.concat([ends.subarray(0, 4), named, ends.subarray(4)]);
}
