import type { Search } from './store.ts';

/** A query in the SQL of Cosmos DB, with its values apart. */
export type CosmosQuery = { query: string; parameters: { name: string; value: string }[] };

/** Documents of one type in one partition, in the order of their ids, those after `after` only. */
export function listQuery(partition: string, type: string, after: string): CosmosQuery {
  const found = where([
    ['c.partition = @partition', partition],
    ['c.type = @type', type],
    ['c.id > @after', after],
  ]);
  return { ...found, query: `${found.query} ORDER BY c.id` };
}

/** Documents in all partitions. Asks for no order: the server alone could not give it. */
export function findQuery({ type, person, lane, dueBefore }: Search): CosmosQuery {
  return where([
    ['c.type = @type', type],
    ['c.person = @person', person],
    ['c.lane = @lane', lane],
    ['c.due <= @due', dueBefore],
  ]);
}

/** The terms that have a value. Each ends in the name of its parameter. */
function where(terms: [term: string, value: string | undefined][]): CosmosQuery {
  const used: string[] = [];
  const parameters: CosmosQuery['parameters'] = [];
  for (const [term, value] of terms) {
    if (value === undefined) continue;
    used.push(term);
    parameters.push({ name: term.slice(term.indexOf('@')), value });
  }
  return { query: `SELECT * FROM c WHERE ${used.join(' AND ')}`, parameters };
}

const partitionKeyPath = '/partition';
const searchedFields = ['partition', 'type', 'person', 'lane', 'due'];

/** The container as we make it: only what the queries ask for is indexed (`id` always is), and records may expire. */
export function containerDefinition(id: string) {
  return {
    id,
    partitionKey: { paths: [partitionKeyPath], version: 2 },
    defaultTtl: -1,
    indexingPolicy: {
      indexingMode: 'consistent' as const,
      automatic: true,
      includedPaths: searchedFields.map((field) => ({ path: `/${field}/?` })),
      excludedPaths: [{ path: '/*' }],
    },
  };
}

/** Why a container cannot be the store, or undefined when it can. */
export function unfit(found: { partitionKey?: { paths: string[] }; defaultTtl?: number }): string | undefined {
  if (found.partitionKey?.paths.join() !== partitionKeyPath) return `its partition key is not ${partitionKeyPath}`;
  if (found.defaultTtl === undefined) return 'its time to live is off; set it to "on, no default"';
  return undefined;
}
