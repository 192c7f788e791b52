import { startEngine } from '../../services/questions/engine/engine.ts';

/** `npm run train`: learns to understand questions and keeps what was learnt, so that the bot need not when it starts. */
for (const encoder of [true, false]) {
  const engine = startEngine({ encoder });
  const start = performance.now();
  const learning = await engine.learnt();
  await engine.stop();
  const how = learning === 'meanings' ? 'by words and meaning' : 'by words alone';
  console.log(`Learnt ${how} in ${((performance.now() - start) / 1000).toFixed(1)} s.`);
}
