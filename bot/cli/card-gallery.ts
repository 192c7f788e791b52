import { cards } from '../../cards/index.ts';

/** A page that shows every card's sample three times: light, dark, and as wide as a phone. Needs `/adaptivecards.js`. */
export function cardGallery(): string {
  const samples = Object.fromEntries(Object.entries(cards).map(([name, card]) => [name, card.sample()]));
  // In a script element only `<` could end the data early.
  const json = JSON.stringify(samples).replaceAll('<', '\\u003c');
  return `<!doctype html>
<html lang="en-GB">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Every card</title>
<style>${style}</style>
<main><h1>Every card</h1></main>
<script src="/adaptivecards.js"></script>
<script type="application/json" id="samples">${json}</script>
<script>${script}</script>
</html>`;
}

const style = `
body { margin: 0 2rem 4rem; font: 14px/1.4 'Segoe UI', system-ui, sans-serif; background: #f5f5f5; color: #242424; }
.views { display: flex; flex-wrap: wrap; gap: 1.5rem; align-items: flex-start; }
.view { width: 480px; padding: 12px; border: 1px solid #d1d1d1; border-radius: 6px; }
.light { background: #fff; color: #242424; }
.dark { background: #292929; color: #fff; border-color: #444; }
.phone { width: 320px; background: #fff; }
.ac-input, .ac-pushButton { font: inherit; max-width: 100%; box-sizing: border-box; padding: 6px 10px; }
.ac-pushButton { border: 1px solid #8a8a8a; border-radius: 4px; background: transparent; color: inherit; cursor: pointer; }
.ac-pushButton.style-positive { background: #4f52b2; color: #fff; border-color: #4f52b2; }
.ac-pushButton:disabled { color: #6b6b6b; }
`;

const script = `
const colours = (text, subtle, accent, attention) => Object.fromEntries(
  Object.entries({ default: text, accent, attention, good: accent, warning: attention, dark: text, light: text })
    .map(([name, value]) => [name, { default: value, subtle }]));
const host = (foreground, background, emphasis) => new AdaptiveCards.HostConfig({
  fontFamily: "'Segoe UI', system-ui, sans-serif",
  textBlock: { headingLevel: 3 },
  actions: { actionsOrientation: 'vertical', actionAlignment: 'stretch', maxActions: 6 },
  containerStyles: {
    default: { foregroundColors: foreground, backgroundColor: background },
    attention: { foregroundColors: foreground, backgroundColor: emphasis },
  },
});
const light = host(colours('#242424', '#595959', '#4f52b2', '#a4262c'), '#ffffff', '#fdf3f4');
const dark = host(colours('#ffffff', '#c8c8c8', '#9ea2ff', '#ffb3b8'), '#292929', '#4a2529');
const views = { light, dark, phone: light };
const samples = JSON.parse(document.getElementById('samples').textContent);
for (const [name, sample] of Object.entries(samples)) {
  const section = document.createElement('section');
  const title = document.createElement('h2');
  title.textContent = name;
  const row = document.createElement('div');
  row.className = 'views';
  section.append(title, row);
  for (const [view, config] of Object.entries(views)) {
    const card = new AdaptiveCards.AdaptiveCard();
    card.hostConfig = config;
    card.parse(sample);
    const frame = document.createElement('div');
    frame.className = 'view ' + view;
    frame.append(card.render());
    row.append(frame);
  }
  document.querySelector('main').append(section);
}
document.body.dataset.ready = 'true';
`;
