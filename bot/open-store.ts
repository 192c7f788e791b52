import type { Store } from '../services/store/store.ts';
import type { Config } from './config.ts';

/** Opens the store that the configuration names. */
export async function openStore(settings: Config['store']): Promise<Store> {
  if (settings.kind === 'embedded') {
    const { openSqlite } = await import('../services/store/sqlite.ts');
    return openSqlite({ dir: settings.dir });
  }
  const { openCosmos } = await import('../services/store/cosmos.ts');
  return openCosmos(settings);
}
