import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, brotliDecompress, constants } from 'node:zlib';

/** Bytes of a piece before base64 makes four of every three: well within what a record may weigh. */
const pieceBytes = 1_000_000;
const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 7 } };
const compress = promisify(brotliCompress);
const expand = promisify(brotliDecompress);

/** A text, compressed, in pieces that a record can hold. */
export async function packed(text: Buffer): Promise<string[]> {
  const all = await compress(text, quality);
  const count = Math.ceil(all.length / pieceBytes);
  return Array.from({ length: count }, (_, index) =>
    all.subarray(index * pieceBytes, (index + 1) * pieceBytes).toString('base64'),
  );
}

/** The text that `packed` made these pieces of. */
export function unpacked(pieces: string[]): Promise<Buffer> {
  return expand(Buffer.concat(pieces.map((piece) => Buffer.from(piece, 'base64'))));
}

export const digestOf = (text: Buffer): string => createHash('sha256').update(text).digest('base64url');
