import { registerHooks } from 'node:module';

/** Prints what a module loads when its function is called once: `node loaded-modules.ts <module> <function> <json>`. */
const [path = '', name = '', options = '{}'] = process.argv.slice(2);
const loaded: string[] = [];
registerHooks({
  resolve(specifier, context, next) {
    loaded.push(specifier);
    return next(specifier, context);
  },
});
const module = await import(path);
console.log(JSON.stringify({ imported: loaded.splice(0), called: await calledFor() }));

async function calledFor(): Promise<string[]> {
  await module[name](JSON.parse(options)).catch(() => undefined);
  return loaded;
}
