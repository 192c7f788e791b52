import { randomUUID } from 'node:crypto';
import { type FileHandle, mkdir, open, rename, rm } from 'node:fs/promises';
import path from 'node:path';

const kinds = { Float32Array, Uint32Array, Uint16Array, Int16Array };
type Numbers = InstanceType<(typeof kinds)[keyof typeof kinds]>;
/** What stands for an array in the head of a file: of which kind it is, how long, and where after the head. */
type Place = { $numbers: keyof typeof kinds; length: number; from: number };

/** A file begins with how long its head and all of it are, in bytes. */
const sizesLength = 2 * Uint32Array.BYTES_PER_ELEMENT;

const isPlace = (value: unknown): value is Place => typeof value === 'object' && value !== null && '$numbers' in value;
const isNumbers = (value: unknown): value is Numbers => ArrayBuffer.isView(value);

/** Writes plain data with arrays of numbers in it. It is written aside first, so that nobody reads half of it. */
export async function writeNumbers(file: string, data: object): Promise<void> {
  const arrays: Numbers[] = [];
  let from = 0;
  const head = JSON.stringify(data, (_, value) => {
    if (!isNumbers(value)) return value;
    const place = { $numbers: value.constructor.name, length: value.length, from };
    arrays.push(value);
    from += value.byteLength;
    return place;
  });
  const text = Buffer.from(head);
  const sizes = Uint32Array.of(text.length, sizesLength + text.length + from);
  await mkdir(path.dirname(file), { recursive: true });
  const unfinished = `${file}.${randomUUID()}`;
  try {
    const handle = await open(unfinished, 'wx');
    try {
      for (const part of [sizes, text, ...arrays]) await handle.writeFile(part);
    } finally {
      await handle.close();
    }
    await rename(unfinished, file);
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
}

/** Whether a file that `writeNumbers` wrote is there, and all of it. */
export const isWhole = async (file: string): Promise<boolean> =>
  (await reading(file, async (handle) => (await sizesOf(handle)) !== undefined)) ?? false;

/**
 * What `writeNumbers` wrote; undefined when it is not there or not whole. Every array is read straight into memory of
 * its own: what is read at once and taken apart afterwards is held twice.
 */
export const readNumbers = <Data extends object>(file: string): Promise<Data | undefined> =>
  reading(file, async (handle) => {
    const sizes = await sizesOf(handle);
    if (!sizes) return undefined;
    const head = Buffer.alloc(sizes.head);
    await fill(handle, head, sizesLength);
    const arrays: { numbers: Numbers; from: number }[] = [];
    const data: Data = JSON.parse(head.toString(), (_, value) => {
      if (!isPlace(value)) return value;
      const numbers = new kinds[value.$numbers](value.length);
      arrays.push({ numbers, from: value.from });
      return numbers;
    });
    for (const { numbers, from } of arrays) await fill(handle, numbers, sizesLength + sizes.head + from);
    return data;
  });

async function reading<Found>(file: string, read: (handle: FileHandle) => Promise<Found>): Promise<Found | undefined> {
  const handle = await open(file).catch(() => undefined);
  try {
    return handle && (await read(handle));
  } catch {
    return undefined;
  } finally {
    await handle?.close();
  }
}

/** How long the head is, when the file is as long as it was when it was written. */
async function sizesOf(handle: FileHandle): Promise<{ head: number } | undefined> {
  const sizes = new Uint32Array(2);
  await fill(handle, sizes, 0);
  const [head = 0, all] = sizes;
  return (await handle.stat()).size === all ? { head } : undefined;
}

async function fill(handle: FileHandle, into: NodeJS.ArrayBufferView, position: number): Promise<void> {
  if (into.byteLength === 0) return;
  const { bytesRead } = await handle.read(into, 0, into.byteLength, position);
  if (bytesRead !== into.byteLength) throw new Error('The file is cut off');
}
