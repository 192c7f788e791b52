import { inflateSync } from 'node:zlib';
import { strFromU8, unzipSync } from 'fflate';
import { appPackage } from '../manifest/app-package.ts';
import { buildManifest, type Manifest } from '../manifest/build-manifest.ts';

const environment = {
  BOT_ID: '6f1d1c52-8f6e-4f0e-9a43-0c6d2f9b7a11',
  PUBLISHER: 'Demo Maths Hub',
  PUBLIC_URL: 'https://bot.demohub.example',
  PRIVACY_URL: 'https://demohub.example/privacy',
  TERMS_URL: 'https://demohub.example/terms',
};

test('When everything is there, the manifest carries it and holds no placeholder', () => {
  const manifest = manifestFrom(environment);
  expect(manifest.bots[0]?.botId).toBe(environment.BOT_ID);
  expect(manifest.id).toBe(environment.BOT_ID);
  expect(manifest.developer).toEqual({
    name: 'Demo Maths Hub',
    websiteUrl: 'https://bot.demohub.example',
    privacyUrl: 'https://demohub.example/privacy',
    termsOfUseUrl: 'https://demohub.example/terms',
  });
  expect(manifest.validDomains).toEqual(['bot.demohub.example']);
  expect(JSON.stringify(manifest)).not.toMatch(/\$\{|\{\{|undefined/);
});

test('When the app has an id and a website of its own, the manifest has those', () => {
  const own = { TEAMS_APP_ID: '0b8a3df5-94d1-4a8e-8a5e-5d3a0b6f7c22', WEBSITE_URL: 'https://demohub.example' };
  const manifest = manifestFrom({ ...environment, ...own });
  expect(manifest.id).toBe(own.TEAMS_APP_ID);
  expect(manifest.developer.websiteUrl).toBe(own.WEBSITE_URL);
});

test('When nothing is there, every value that is needed is named', () => {
  expect(namesOf(problemsOf({ BOT_ID: '' }))).toEqual([
    'BOT_ID',
    'PUBLISHER',
    'PUBLIC_URL',
    'PRIVACY_URL',
    'TERMS_URL',
  ]);
});

test.each<Record<string, string>>([
  { BOT_ID: 'specialist-bot' },
  { TEAMS_APP_ID: '1234' },
  { PUBLISHER: 'The National Centre for Excellence in Teaching' },
  { PUBLIC_URL: 'http://bot.demohub.example' },
  { PUBLIC_URL: 'https://localhost:3978' },
  { WEBSITE_URL: 'demohub.example' },
  { PRIVACY_URL: 'javascript:alert(1)' },
  { TERMS_URL: 'soon' },
])('When a value is wrong, it and only it is named: %p', (wrong) => {
  const problems = problemsOf({ ...environment, ...wrong });
  expect(namesOf(problems)).toEqual(Object.keys(wrong));
  expect(problems[0]).not.toContain('missing');
});

test('When a value holds quotes or dollar signs, it stays as it was written', () => {
  const PUBLISHER = 'Ann’s "$& ${BOT_ID}" hub \\ 1';
  expect(manifestFrom({ ...environment, PUBLISHER }).developer.name).toBe(PUBLISHER);
});

describe('What Teams accepts', () => {
  const manifest = manifestFrom(environment);
  const lists = manifest.bots.flatMap(({ commandLists }) => commandLists);

  test('When the names and descriptions are measured, they fit', () => {
    expect(manifest.name.short.length).toBeLessThanOrEqual(30);
    expect(manifest.name.full.length).toBeLessThanOrEqual(100);
    expect(manifest.description.short.length).toBeLessThanOrEqual(80);
    expect(manifest.description.full.length).toBeLessThanOrEqual(4000);
    expect(manifest.version).toMatch(/^\d+\.\d+\.\d+$/);
    expect(manifest.accentColor).toMatch(/^#[0-9A-F]{6}$/i);
  });

  test('When the command lists are counted, there are few enough, for scopes that the bot has', () => {
    expect(lists.length).toBeLessThanOrEqual(3);
    expect(lists.flatMap(({ scopes }) => scopes).sort()).toEqual([...(manifest.bots[0]?.scopes ?? [])].sort());
    for (const { commands } of lists) expect(commands.length).toBeLessThanOrEqual(12);
  });

  test('When the commands are measured, they fit', () => {
    for (const { title, description } of lists.flatMap(({ commands }) => commands)) {
      expect(title.length).toBeLessThanOrEqual(32);
      expect(description.length).toBeLessThanOrEqual(128);
    }
  });
});

describe('The package', () => {
  const manifest = manifestFrom(environment);
  const entries = unzipSync(appPackage(manifest));

  test('When it is opened, it holds the manifest and the icons at its root and nothing else', () => {
    expect(Object.keys(entries).sort()).toEqual(['color.png', 'manifest.json', 'outline.png']);
    expect(JSON.parse(strFromU8(entries['manifest.json'] ?? new Uint8Array()))).toEqual(manifest);
  });

  test.each([
    ['color.png', 192],
    ['outline.png', 32],
  ])('When %s is measured, it is %i pixels each way', (name, size) => {
    expect(pngIn(entries[name])).toMatchObject({ width: size, height: size });
  });

  test('When the outline is looked at, it is white on nothing', () => {
    const pixels = pngIn(entries['outline.png']).pixels;
    expect(pixels.filter(({ opacity }) => opacity === 0).length).toBeGreaterThan(300);
    expect(pixels.filter(({ opacity }) => opacity === 255).length).toBeGreaterThan(100);
    expect(pixels.every(({ colour }) => colour === 'ffffff')).toBe(true);
  });
});

function manifestFrom(env: Record<string, string>): Manifest {
  const built = buildManifest(env);
  if ('problems' in built) throw new Error(built.problems.join('\n'));
  return built.manifest;
}

function problemsOf(env: Record<string, string>): string[] {
  const built = buildManifest(env);
  return 'problems' in built ? built.problems : [];
}

const namesOf = (problems: string[]) => problems.map((line) => line.split(':')[0]);

/** What a PNG of eight-bit colours with opacity shows, when its rows are stored as they are. */
function pngIn(file: Uint8Array = new Uint8Array()) {
  const bytes = Buffer.from(file);
  const [width, height] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
  const start = bytes.indexOf('IDAT') + 4;
  const rows = inflateSync(bytes.subarray(start, start + bytes.readUInt32BE(start - 8)));
  const pixels = Array.from({ length: width * height }, (_, index) => {
    const at = Math.floor(index / width) * (width * 4 + 1) + 1 + (index % width) * 4;
    return { colour: rows.toString('hex', at, at + 3), opacity: rows[at + 3] };
  });
  return { width, height, pixels };
}
