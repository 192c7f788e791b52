const rounds = 600;
const step = 1.5;
const penalty = 0.001;

/** Logistic regression by gradient descent on standardised columns; the weights returned are for columns as they were. */
export function regression(rows: number[][], targets: number[], rowWeights: number[]) {
  const columns = (rows[0] ?? []).map((_, column) => spreadOf(rows.map((row) => row[column] ?? 0)));
  const scaled = rows.map((row) => row.map((value, column) => scaledBy(columns[column], value)));
  const total = rowWeights.reduce((a, b) => a + b, 0);
  const found = { bias: 0, weights: columns.map(() => 0) };
  for (let round = 0; round < rounds; round++) {
    const slope = { bias: 0, weights: columns.map(() => 0) };
    for (const [index, row] of scaled.entries()) {
      const error = (likelihood(found, row) - (targets[index] ?? 0)) * (rowWeights[index] ?? 1);
      slope.bias += error;
      for (const [column, value] of row.entries()) slope.weights[column] = (slope.weights[column] ?? 0) + error * value;
    }
    found.bias -= (step * slope.bias) / total;
    found.weights = found.weights.map(
      (weight, at) => weight - step * ((slope.weights[at] ?? 0) / total + penalty * weight),
    );
  }
  const weights = found.weights.map((weight, column) => weight / (columns[column]?.deviation ?? 1));
  const bias = weights.reduce((sum, weight, column) => sum - weight * (columns[column]?.mean ?? 0), found.bias);
  return { bias, weights, score: (row: number[]) => likelihood({ bias, weights }, row) };
}

type Spread = { mean: number; deviation: number };

function spreadOf(values: number[]): Spread {
  const mean = values.reduce((a, b) => a + b, 0) / values.length;
  return {
    mean,
    deviation: Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length) || 1,
  };
}

const scaledBy = (spread: Spread | undefined, value: number) =>
  spread ? (value - spread.mean) / spread.deviation : value;

const likelihood = ({ bias, weights }: { bias: number; weights: number[] }, row: number[]) =>
  1 / (1 + Math.exp(-row.reduce((sum, value, column) => sum + value * (weights[column] ?? 0), bias)));
