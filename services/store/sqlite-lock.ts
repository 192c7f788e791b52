import { setTimeout as pause } from 'node:timers/promises';
import { isNativeError } from 'node:util/types';
import { StoreUnavailable } from './store.ts';

const patienceMs = 2_000;
const longestPauseMs = 15;

/**
 * Does `work`, and does it again while another process holds the data file, for at most two seconds; then throws
 * `StoreUnavailable`. The waiting happens here and not inside SQLite, whose own waiting stops the whole process.
 */
export async function whenUnlocked<T>(work: () => T): Promise<T> {
  const until = performance.now() + patienceMs;
  for (;;) {
    try {
      return work();
    } catch (error) {
      if (!isLocked(error)) throw error;
      if (performance.now() > until)
        throw new StoreUnavailable('another process holds the data file', { cause: error });
    }
    await pause(1 + Math.random() * longestPauseMs);
  }
}

/** SQLITE_BUSY and SQLITE_LOCKED; the upper bits of a code only say more about which kind. */
function isLocked(error: unknown): boolean {
  const code = isNativeError(error) && 'errcode' in error ? Number(error.errcode) & 0xff : 0;
  return code === 5 || code === 6;
}

/** Whether SQLite itself, and not our use of it, is the reason: locked, full, read-only, broken or closed. */
export function isFromSqlite(error: unknown): error is Error {
  if (!isNativeError(error) || !('code' in error)) return false;
  return error.code === 'ERR_SQLITE_ERROR' || error.code === 'ERR_INVALID_STATE';
}
