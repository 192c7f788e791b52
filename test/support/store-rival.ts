import { openSqlite } from '../../services/store/sqlite.ts';
import { countUp } from './store-counter.ts';

/** Another process on the same data file: `node store-rival.ts <dir> <times>`. */
const [dir = '', times] = process.argv.slice(2);
const store = await openSqlite({ dir });
await countUp(store, Number(times));
await store.close();
