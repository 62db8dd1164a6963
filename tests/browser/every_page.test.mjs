// Every page of every desk, as each person the demonstration lets in: sound HTML, no violation axe can find, nothing that
// the page's own policy refuses, nothing wider than its window on a phone (P18).
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { enter, openDemo } from './demo.mjs';
import { Walk } from './crawl.mjs';

let demo;
before(async () => { demo = await openDemo(); }, { timeout: 600_000 });
after(async () => { assert.equal((await demo.close()).code, 0); });

// Who stands at the demonstration's doors.
async function people() {
  const { page } = await demo.visitor();
  await page.goto('/demo');
  const mails = await page.$$eval('input[name=mail]', (fields) => fields.map((field) => field.value));
  await page.context().close();
  return mails;
}

test('P18: every page that links lead to is sound, can be used by all, and fits its window', { timeout: 600_000 }, async (t) => {
  const walk = new Walk();
  const outside = await demo.context();
  await walk.through(outside, ['/demo', '/', '/calculs/impaye'], 'visitor');
  await outside.close();
  const mails = await people();
  assert.ok(mails.length >= 8, `${mails.length} doors`);
  for (const mail of mails) {
    const context = await demo.context();
    await enter(await context.newPage(), mail);
    await walk.through(context, ['/', '/recherche?q=an'], mail);
    await context.close();
  }
  t.diagnostic(`${walk.visited.length} pages`);
  assert.deepEqual(walk.found, []);
  assert.ok(walk.visited.length > 100, `only ${walk.visited.length} pages were found`);
});
