// Every page of every desk, as each person the demonstration lets in: sound HTML, no violation axe can find, nothing that
// the page's own policy refuses, nothing wider than its window on a phone (P18).
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { enter, openDemo } from './demo.mjs';
import { Walk } from './crawl.mjs';

let demo;
before(async () => { demo = await openDemo(); }, { timeout: 900_000 });
after(async () => { assert.equal((await demo.close()).code, 0); });

// Who stands at the demonstration's doors.
async function people() {
  const { page } = await demo.visitor();
  await page.goto('/demo');
  const mails = await page.$$eval('input[name=mail]', (fields) => fields.map((field) => field.value));
  await page.context().close();
  return [...new Set(mails)];
}

test('P18: every page that links lead to is sound, can be used by all, and fits its window', { timeout: 600_000 }, async (t) => {
  const waiting = await people();
  assert.ok(waiting.length >= 8, `${waiting.length} people`);
  const walk = new Walk();
  let signingIn = Promise.resolve();  // one at a time, as P6 has it
  const walkAs = async (who, starts) => {
    const context = await demo.context();
    if (who !== 'visitor') await (signingIn = signingIn.then(async () => enter(await context.newPage(), who)));
    await walk.through(context, starts, who);
    await context.close();
  };
  await walkAs('visitor', ['/demo', '/', '/calculs/impaye']);
  const walkInTurn = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) await walkAs(next, ['/', '/recherche?q=an']);
  };
  await Promise.all([walkInTurn(), walkInTurn()]);
  t.diagnostic(`${walk.visited.length} pages`);
  assert.deepEqual(walk.found, []);
  assert.ok(walk.visited.length > 100, `only ${walk.visited.length} pages were found`);
});
