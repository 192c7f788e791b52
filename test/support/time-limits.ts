/** How long a test may take that says nothing of it, in milliseconds: the runner knows no `testTimeout`. */
const usual = 20_000;

type Body = (...args: never[]) => unknown;

/** A test's body that fails once it has taken too long. */
const limited = (body: Body | undefined, ms = usual) =>
  body &&
  (async (...args: never[]) => {
    const late = Promise.withResolvers<never>();
    const timer = setTimeout(() => late.reject(new Error(`This test took longer than ${ms} ms`)), ms);
    try {
      await Promise.race([body(...args), late.promise]);
    } finally {
      clearTimeout(timer);
    }
  });

type Define = (name: string, body?: Body, ms?: number) => void;

const withLimit =
  (define: Define): Define =>
  (name, body, ms) =>
    define(name, limited(body, ms));

/** Before the tests of a worker: every test gets the time that it says it needs, and no more. */
export default function limitTimes(): void {
  const { test } = globalThis as unknown as { test: Define & { each: (...table: unknown[]) => Define } };
  const each = (...table: unknown[]) => withLimit(test.each(...table));
  Object.assign(globalThis, { test: Object.assign(withLimit(test), test, { each }) });
}
