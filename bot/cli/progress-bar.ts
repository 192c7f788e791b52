import type { Progress } from '../../services/schools/register-file.ts';

const width = 30;
/** On a screen it moves ten times a second; elsewhere a line is written at every quarter. */
const redrawMs = 100;

/** How far a file has been read: a bar on a screen, a line now and then elsewhere. `end` may be called twice. */
export function progressBar(out: NodeJS.WriteStream, size: number): { show: Progress; end(): void } {
  let drawnAt = Number.NEGATIVE_INFINITY;
  let quarter = 0;
  return {
    show({ bytes, rows }) {
      const part = size > 0 ? Math.min(1, bytes / size) : 1;
      const words = `${String(Math.floor(part * 100)).padStart(3)} %  ${rows.toLocaleString('en-GB')} rows`;
      if (!out.isTTY) {
        if (Math.floor(part * 4) > quarter) out.write(`${words}\n`);
        quarter = Math.floor(part * 4);
        return;
      }
      const now = performance.now();
      if (part < 1 && now - drawnAt < redrawMs) return;
      drawnAt = now;
      const full = Math.round(part * width);
      out.write(`\r${'█'.repeat(full)}${'░'.repeat(width - full)} ${words}`);
    },
    end() {
      if (out.isTTY && drawnAt > 0) out.write('\n');
      drawnAt = Number.NEGATIVE_INFINITY;
    },
  };
}
