// Every page that a person can reach by links, one of each kind: the same address with other numbers is the same page.
// Each is looked at on a desk and on a phone, and its colours in the dark as well.
import { HtmlValidate } from 'html-validate';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice'];
// The standard of HTML; how it is written is the builder's business, and tested there.
const validator = new HtmlValidate({
  extends: ['html-validate:standard'],
  rules: {
    'no-trailing-whitespace': 'off', 'void-style': 'off', 'doctype-style': 'off', 'attribute-boolean-style': 'off',
    'attribute-empty-style': 'off', 'long-title': 'off', 'no-inline-style': 'error', 'tel-non-breaking': 'off',
    'prefer-native-element': 'off', 'require-sri': 'off', 'no-redundant-role': 'off', 'attr-quotes': 'off',
  },
});
const widths = [{ name: 'desk', width: 1280, height: 900 }, { name: 'phone', width: 390, height: 844 }];

// "/travaux/dossiers/12" and "/travaux/dossiers/13" are one kind: their paths differ by a number, or by the token of a link
// ("k3f.9ab…").
const kindOf = (url) =>
  url.pathname.split('/').map((part) => (/^\d+$|^[0-9a-z]+\.[0-9a-z]{8,}$/i.test(part) ? '{}' : part)).join('/');

// Files of the program and streams are no pages; downloads are told by their answer.
const isPage = (href) => href.startsWith('/') && !/^\/(assets|favicon|health)|\/direct\b/.test(href);

// What sticks out of the window, unless a box around it scrolls.
function tooWide() {
  const room = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= room) return null;
  const scrolls = (element) => {
    for (let box = element.parentElement; box; box = box.parentElement)
      if (/auto|scroll|hidden|clip/.test(getComputedStyle(box).overflowX)) return true;
    return false;
  };
  const names = [...document.body.querySelectorAll('*')]
    .filter((element) => element.getBoundingClientRect().right > room + 0.5 && !scrolls(element))
    .map((element) => element.tagName.toLowerCase() + (element.className ? `.${[...element.classList].join('.')}` : ''));
  return `${document.documentElement.scrollWidth - room} px too wide: ${[...new Set(names)].slice(0, 4).join(', ')}`;
}

async function violations(page, wanted = standards) {
  await page.evaluate(axe);  // by the debugger: the page's own policy stays in force
  return page.evaluate(async (runOnly) => {
    const { violations: all } = await globalThis.axe.run(document, { runOnly, resultTypes: ['violations'] });
    return all.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).slice(0, 3).join(', ')}`);
  }, wanted);
}

// Only colours change with the scheme, some of them within an instant: a page is judged once it is still.
const still = () => Promise.allSettled(document.getAnimations()
  .filter((each) => each.effect.getComputedTiming().endTime !== Infinity).map((each) => each.finished));
async function inTheDark(page) {
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.evaluate(still);
  const found = await violations(page, { type: 'rule', values: ['color-contrast'] });
  await page.emulateMedia({ colorScheme: null });
  return found.map((violation) => `dark: axe: ${violation}`);
}

// The answer of a page; null for what the browser downloads instead of showing.
async function open(page, href) {
  try {
    const answer = await page.goto(href);
    return answer.headers()['content-type']?.startsWith('text/html') ? answer : null;
  } catch (error) {
    if (/Download is starting|ERR_ABORTED/.test(String(error))) return null;
    throw error;
  }
}

// One walk may go on as several people. A page that anyone may read is looked at once; each other one once as each role,
// that is by somebody with the same entries in the rail, unless there was nothing on it; each filter of a list once,
// whatever is chosen in it.
export class Walk {
  #open = new Set();  // to anyone
  #seen = new Set();
  #found = new Set();
  visited = [];

  get found() { return [...this.#found]; }

  // Looks at the starts, and at what links lead to unless they are all that is wanted.
  async through(context, starts, who, { follow = true } = {}) {
    const page = await context.newPage();
    let here = '';
    const tell = (what) => this.#found.add(`${here} (${who}): ${what}`);
    page.on('console', (message) => { if (message.type() === 'error') tell(`console: ${message.text()}`); });
    page.on('pageerror', (error) => tell(`script: ${error}`));
    await page.setViewportSize(widths[0]);
    await open(page, starts[0]);
    const role = (await page.$$eval('.nav a[href]', (links) => links.map((link) => link.getAttribute('href')))).join(' ');
    const own = new Set();
    const waiting = [...starts];
    while (waiting.length > 0) {
      here = waiting.shift();
      const asked = new URL(here, page.url());
      if (this.#known(role, own, asked)) continue;
      const answer = await open(page, here);
      const url = new URL(page.url());
      if (!answer || (url.pathname !== asked.pathname && this.#known(role, own, url))) continue;
      this.visited.push(`${here} (${who})`);
      if (role === '') this.#open.add(kindOf(url));
      if (await page.locator('.empty-state').count())
        for (const part of this.#parts(role, url).slice(url.search ? 1 : 0)) this.#seen.delete(part);
      if (answer.status() !== 200) tell(`status ${answer.status()}`);
      for (const wrong of await this.#wrong(page, answer)) tell(wrong);
      if (!follow) continue;
      const links = await page.$$eval('a[href]', (all) => all.map((link) => link.getAttribute('href')));
      waiting.push(...links.filter(isPage));
    }
    await page.close();
  }

  #parts(role, url) {
    return [`${role} ${kindOf(url)}`, ...[...url.searchParams.keys()].map((name) => `${kindOf(url)}?${name}`)];
  }

  #known(role, own, url) {
    if (this.#open.has(kindOf(url))) return true;
    const parts = this.#parts(role, url);
    const known = parts.every((part) => this.#seen.has(part) || own.has(part));
    for (const part of parts) {
      this.#seen.add(part);
      own.add(part);
    }
    return known;
  }

  async #wrong(page, answer) {
    const found = [];
    const report = await validator.validateString(await answer.text());
    for (const result of report.results)
      for (const message of result.messages) found.push(`html: ${message.ruleId}: ${message.message} (${message.selector ?? ''})`);
    for (const { name, ...size } of widths) {
      await page.setViewportSize(size);
      const wide = await page.evaluate(tooWide);
      if (wide) found.push(`${name}: ${wide}`);
      for (const violation of await violations(page)) found.push(`${name}: axe: ${violation}`);
    }
    await page.setViewportSize(widths[0]);
    found.push(...await inTheDark(page));
    return found;
  }
}
