// Every page that a person can reach by links, one of each kind: the same address with other numbers is the same page.
import { HtmlValidate } from 'html-validate';
import { createRequire } from 'node:module';

const axeSource = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'];
// The standard of HTML; how it is written is the builder's business, and tested there.
const validator = new HtmlValidate({
  extends: ['html-validate:standard'],
  rules: {
    'no-trailing-whitespace': 'off', 'void-style': 'off', 'doctype-style': 'off', 'attribute-boolean-style': 'off',
    'attribute-empty-style': 'off', 'long-title': 'off', 'no-inline-style': 'error', 'tel-non-breaking': 'off',
    'prefer-native-element': 'off', 'require-sri': 'off', 'no-redundant-role': 'off', 'attr-quotes': 'off',
  },
});

// "/travaux/dossiers/12?vue=x" and "/travaux/dossiers/13?vue=y" are one kind when the names of their query are the same.
export const kindOf = (href) => {
  const url = new URL(href, 'http://x');
  return url.pathname.replace(/\/m\/[^/]+/, '/m/{}').replace(/\d+/g, '{}') + [...url.searchParams.keys()].sort().map((name) => `?${name}`).join('');
};

// The pages of Travaux and of the floor: downloads are no pages, and the two younger desks are not walked.
const followed = (href) => href.startsWith('/') && !/^\/(documents|assets|favicon|health|credit|assurance-credit|reparateurs|demo)|\.(ics|xlsx|csv)\b|\/photos\/|\/direct$/.test(href);

export async function crawl(page, starts, { most = 80 } = {}) {
  const seen = new Set();
  const waiting = [...starts];
  const found = [];
  const visited = [];
  while (waiting.length > 0 && visited.length < most) {
    const href = waiting.shift();
    if (seen.has(kindOf(href))) continue;
    seen.add(kindOf(href));
    const answer = await page.goto(href);
    if (!answer.headers()['content-type']?.startsWith('text/html')) continue;
    visited.push(href);
    if (answer.status() !== 200) found.push(`${href}: status ${answer.status()}`);
    const report = await validator.validateString(await answer.text());
    for (const result of report.results)
      for (const message of result.messages) found.push(`${href}: html: ${message.ruleId}: ${message.message}`);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    if (wide > 0) found.push(`${href}: ${wide} px too wide for the window`);
    await page.addScriptTag({ path: axeSource });
    const { violations } = await page.evaluate((runOnly) => globalThis.axe.run(document, { runOnly }), standards);
    for (const violation of violations)
      found.push(`${href}: axe: ${violation.id}: ${violation.nodes.map((node) => node.target.join(' ')).slice(0, 3).join(', ')}`);
    for (const link of await page.$$eval('a[href]', (links) => links.map((link) => link.getAttribute('href'))))
      if (followed(link)) waiting.push(link);
  }
  return { found: [...new Set(found)], visited };
}
